package dev.liveartifacts.scheduler.run;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

/** Work that one replica does from time to time. */
public interface TimedWork {
  RecurringTask<Void> task();
}
