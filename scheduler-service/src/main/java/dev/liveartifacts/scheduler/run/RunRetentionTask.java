package dev.liveartifacts.scheduler.run;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;

/** Forgets runs that are too old to be looked at. */
@ApplicationScoped
class RunRetentionTask implements TimedWork {
  private final RunUpkeepStore store;
  private final RunsConfig config;
  private final Clock clock;

  RunRetentionTask(RunUpkeepStore store, RunsConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public RecurringTask<Void> task() {
    return Tasks.recurring("forget-old-runs", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> forgetOld());
  }

  void forgetOld() {
    try {
      store.forget(clock.instant().minus(config.keep()));
    } catch (SQLException e) {
      throw new IllegalStateException("Old runs could not be forgotten", e);
    }
  }
}
