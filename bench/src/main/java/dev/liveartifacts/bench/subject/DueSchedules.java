package dev.liveartifacts.bench.subject;

import dev.liveartifacts.infra.postgresql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Schedules as their owners would have made them, written straight into the tables of
 * scheduler-service, because no owner may have this many.
 */
public final class DueSchedules {
  private static final String CREATE =
      """
      insert into schedule
        (id, owner_id, artifact_id, artifact_title, delegation_id, cron, time_zone, paused, next_at,
         generation, created_at, failures_from)
      select gen_random_uuid(), 'owner-' || (i / 50), gen_random_uuid(), 'Bench', gen_random_uuid(),
        '0 7 * * *', 'Europe/Berlin', false, now() + interval '20 hours', 1, now(), now()
      from generate_series(1, ?) i
      """;

  private static final String SET_TIMERS =
      """
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
      select 'fire', id || '/' || generation, next_at, false, 1 from schedule
      on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time
      """;

  private static final String MAKE_DUE =
      """
      with due as (
        update schedule set next_at = ? where id in (select id from schedule order by id limit ?)
        returning id, generation, next_at
      )
      update scheduled_tasks set execution_time = due.next_at
      from due where task_name = 'fire' and task_instance = due.id || '/' || due.generation
      """;

  private final Database database;

  public DueSchedules(Database database) {
    this.database = database;
  }

  /** Adds daily schedules that are not due for hours. */
  public void create(int count) {
    update(CREATE, count);
    execute(SET_TIMERS);
    execute("analyze schedule");
    execute("analyze scheduled_tasks");
  }

  /** Deletes all. */
  public void clear() {
    execute("truncate run, schedule, schedule_paused");
    execute("delete from scheduled_tasks where task_name = 'fire'");
  }

  /** Makes some of them due at one moment, and forgets all runs. */
  public void makeDue(int count, Instant at) {
    execute("truncate run");
    update(MAKE_DUE, at.atOffset(ZoneOffset.UTC), count);
  }

  /** The one number that a query gives. */
  public long count(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new BenchFailure("The database of the schedules does not answer: " + e.getMessage());
    }
  }

  public void execute(String sql) {
    update(sql);
  }

  private void update(String sql, Object... values) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new BenchFailure("The schedules could not be written: " + e.getMessage());
    }
  }
}
