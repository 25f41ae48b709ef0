package dev.liveartifacts.bench.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.liveartifacts.bench.subject.BenchFailure;
import dev.liveartifacts.infra.postgresql.Database;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * db-scheduler alone, in this process, set up as scheduler-service sets it up: its tasks do nothing
 * but ring again a day later. What it takes is the least that any product on top of it takes.
 */
public final class BareScheduler implements AutoCloseable {
  private static final int THREADS = 40;
  private static final int CONNECTIONS = 16;

  private final AgroalDataSource dataSource;
  private final Scheduler scheduler;
  private final Queue<Duration> lateness = new ConcurrentLinkedQueue<>();

  private BareScheduler(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
    this.scheduler =
        Scheduler.create(dataSource, List.<Task<?>>of(task()))
            .tableName("bare_tasks")
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .threads(THREADS)
            .pollUsingLockAndFetch(1.0, 3.0)
            .pollingInterval(Duration.ofSeconds(1))
            .build();
  }

  /** Starts with so many timers that are not due for hours. */
  public static BareScheduler start(Database database, int timers) {
    BareScheduler bare = new BareScheduler(pool(database));
    bare.update("create table bare_tasks (like scheduled_tasks including all)");
    bare.update(
        "insert into bare_tasks (task_name, task_instance, execution_time, picked, version) select 'ring', i::text, now() + interval '20 hours', false, 1 from generate_series(1, "
            + timers
            + ") i");
    bare.update("analyze bare_tasks");
    bare.scheduler.start();
    return bare;
  }

  /** Makes all timers due at one moment, and forgets how late they were before. */
  public void makeDue(Instant at) {
    lateness.clear();
    String sql = "update bare_tasks set execution_time = ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, at.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new BenchFailure("The timers could not be set: " + e.getMessage());
    }
  }

  /** How many timers have rung. */
  public int rung() {
    return lateness.size();
  }

  public List<Duration> lateness() {
    return List.copyOf(lateness);
  }

  @Override
  public void close() {
    scheduler.stop();
    dataSource.close();
  }

  private Task<Void> task() {
    return Tasks.custom("ring", Void.class)
        .execute((instance, context) -> {
          lateness.add(Duration.between(context.getExecution().getExecutionTime(), Instant.now()));
          return ringTomorrow();
        });
  }

  private static CompletionHandler<Void> ringTomorrow() {
    return (complete, operations) ->
        operations.reschedule(complete, Instant.now().plus(Duration.ofDays(1)));
  }

  private void update(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new BenchFailure("The bare scheduler could not be set up: " + e.getMessage());
    }
  }

  private static AgroalDataSource pool(Database database) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(pool ->
                  pool.maxSize(CONNECTIONS)
                      .connectionFactoryConfiguration(factory ->
                          factory
                              .jdbcUrl(database.jdbcUrl())
                              .principal(new NamePrincipal(database.user()))
                              .credential(new SimplePassword(database.password())))));
    } catch (SQLException e) {
      throw new BenchFailure("The database does not answer: " + e.getMessage());
    }
  }
}
