package dev.liveartifacts.scheduler.pause;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.liveartifacts.scheduler.pause.UntoldPauseStore.Untold;
import dev.liveartifacts.scheduler.run.TimedWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Tells Kafka that schedules paused, one after the other, until it has them all. One replica does
 * it at a time; one that dies between telling and forgetting tells it again.
 */
@ApplicationScoped
class PauseNoticeTask implements TimedWork {
  private static final Logger LOG = Logger.getLogger(PauseNoticeTask.class);

  private final UntoldPauseStore store;
  private final SchedulePausedPublisher publisher;

  PauseNoticeTask(UntoldPauseStore store, SchedulePausedPublisher publisher) {
    this.store = store;
    this.publisher = publisher;
  }

  @Override
  public RecurringTask<Void> task() {
    return Tasks.recurring("tell-pauses", FixedDelay.ofSeconds(5))
        .execute((instance, context) -> tell());
  }

  void tell() {
    try {
      for (Untold untold : store.oldest()) {
        publisher.publish(untold.event()).subscribeAsCompletionStage().join();
        store.told(untold.id());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Paused schedules could not be looked at", e);
    } catch (CompletionException e) {
      LOG.debug("Kafka does not take events; paused schedules are told later", e);
    }
  }
}
