package dev.liveartifacts.scheduler.run;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The one thing that a run may do to its schedule: switch it off. */
public interface ScheduleSwitch {
  /**
   * Pauses the schedule, unless it has been given another delegation meanwhile. Takes part in the
   * caller's transaction.
   *
   * @param reason a sentence for its owner
   */
  Uni<Void> off(UUID scheduleId, UUID delegationId, String reason);
}
