package dev.liveartifacts.scheduler.run;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Closes runs whose end was never told. */
@ApplicationScoped
class RunDeadlineTask implements TimedWork {
  private static final Logger LOG = Logger.getLogger(RunDeadlineTask.class);

  private final RunUpkeepStore store;
  private final RunsConfig config;
  private final Clock clock;

  RunDeadlineTask(RunUpkeepStore store, RunsConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public RecurringTask<Void> task() {
    return Tasks.recurring("close-overdue-runs", FixedDelay.ofSeconds(15))
        .execute((instance, context) -> closeOverdue());
  }

  void closeOverdue() {
    Instant now = clock.instant();
    String reason = "No answer came within %d minutes.".formatted(config.deadline().toMinutes());
    try {
      int closed = store.close(now.minus(config.deadline()), now, reason);
      if (closed > 0) {
        LOG.warnf("%d runs were closed because their end was never told", closed);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The overdue runs could not be closed", e);
    }
  }
}
