package dev.liveartifacts.scheduler.fire;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** A db-scheduler that goes on polling when the wall clock is set back. */
final class SteadyScheduler extends SchedulerBuilder {
  SteadyScheduler(DataSource dataSource, List<Task<?>> tasks) {
    super(dataSource, tasks);
  }

  @Override
  protected Waiter buildWaiter() {
    // the clock of the builder tells what is due; how long to wait is told by one that only goes on
    return new Waiter(poolingInterval, SteadyScheduler::uptime);
  }

  private static Instant uptime() {
    return Instant.EPOCH.plus(Duration.ofNanos(System.nanoTime()));
  }
}
