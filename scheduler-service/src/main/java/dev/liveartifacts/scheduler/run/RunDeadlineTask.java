package dev.liveartifacts.scheduler.run;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Closes runs whose end was never told. */
@ApplicationScoped
class RunDeadlineTask implements TimedWork {
  private static final Logger LOG = Logger.getLogger(RunDeadlineTask.class);

  private final RunUpkeepStore store;
  private final RunReports reports;
  private final EventLoop eventLoop;
  private final RunsConfig config;
  private final Clock clock;

  RunDeadlineTask(
      RunUpkeepStore store,
      RunReports reports,
      EventLoop eventLoop,
      RunsConfig config,
      Clock clock) {
    this.store = store;
    this.reports = reports;
    this.eventLoop = eventLoop;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public RecurringTask<Void> task() {
    return Tasks.recurring("close-overdue-runs", FixedDelay.ofSeconds(15))
        .execute((instance, context) -> closeOverdue());
  }

  void closeOverdue() {
    String reason = "No answer came within %d minutes.".formatted(config.deadline().toMinutes());
    try {
      List<OverdueRun> overdue = store.overdue(clock.instant().minus(config.deadline()));
      overdue.forEach(
          run -> eventLoop.begin(() -> reports.giveUp(run.scheduleId(), run.id(), reason)).join());
      if (!overdue.isEmpty()) {
        LOG.warnf("%d runs were closed because their end was never told", overdue.size());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The overdue runs could not be closed", e);
    }
  }
}
