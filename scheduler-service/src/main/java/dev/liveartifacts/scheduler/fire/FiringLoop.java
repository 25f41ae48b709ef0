package dev.liveartifacts.scheduler.fire;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.liveartifacts.scheduler.run.TimedWork;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Runs db-scheduler for as long as the service runs. */
@ApplicationScoped
class FiringLoop {
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final Scheduler scheduler;

  FiringLoop(
      DataSource dataSource,
      FiringTask firing,
      @All List<TimedWork> timedWork,
      FiringConfig config,
      Clock clock) {
    List<RecurringTask<Void>> recurring = timedWork.stream().map(TimedWork::task).toList();
    this.scheduler =
        new SteadyScheduler(dataSource, List.<Task<?>>of(firing.task()))
            .startTasks(recurring)
            // a host may run several replicas, and come back under the same name after a crash
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .clock(clock::instant)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .threads(config.threads())
            // a full load of work is at hand while the next one is fetched
            .pollUsingLockAndFetch(1.0, 3.0)
            .pollingInterval(config.poll())
            .heartbeatInterval(config.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(LAST_WORDS)
            .build();
  }

  void start(@Observes StartupEvent event) {
    scheduler.start();
  }

  void stop(@Observes ShutdownEvent event) {
    scheduler.stop();
  }
}
