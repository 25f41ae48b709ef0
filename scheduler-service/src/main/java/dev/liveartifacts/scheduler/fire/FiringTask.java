package dev.liveartifacts.scheduler.fire;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.liveartifacts.scheduler.schedule.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fires a schedule when its timer rings.
 *
 * <p>A timer may ring twice, early or late: what counts is the due time in the schedule's row.
 */
@ApplicationScoped
class FiringTask {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Firings firings;

  FiringTask(Firings firings) {
    this.firings = firings;
  }

  Task<Void> task() {
    return Tasks.custom(Timer.TASK, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
        .onDeadExecutionRevive()
        .execute((instance, context) -> completion(firings.ring(Timer.named(instance.getId()))));
  }

  private static CompletionHandler<Void> completion(Optional<Instant> nextAt) {
    if (nextAt.isEmpty()) {
      return new CompletionHandler.OnCompleteRemove<>();
    }
    return (complete, operations) -> operations.reschedule(complete, nextAt.get());
  }
}
