package dev.liveartifacts.scheduler.run;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run may do to its schedule. Everything takes part in the caller's transaction. */
public interface ScheduleSwitch {
  /** Waits for others who change the schedule, and keeps them waiting until the commit. */
  Uni<Void> hold(UUID scheduleId);

  /**
   * Pauses the schedule, unless it has been given another delegation meanwhile.
   *
   * @param reason a sentence for its owner
   */
  Uni<Void> gone(UUID scheduleId, UUID delegationId, String reason, Instant now);

  /**
   * Counts how many of its runs failed in a row, and pauses it if these are too many.
   *
   * @param complaint what the last failed call said
   */
  Uni<Void> ended(UUID scheduleId, @Nullable String complaint, Instant now);
}
