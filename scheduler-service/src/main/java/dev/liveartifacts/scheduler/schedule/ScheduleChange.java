package dev.liveartifacts.scheduler.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be different about a schedule; what is null stays. */
public record ScheduleChange(
    @Nullable @Size(max = 200) String cron,
    @Nullable @Size(max = 100) String timeZone,
    @Nullable Boolean paused,
    @Nullable UUID delegationId,
    @Nullable @Min(0) @Max(3600) Integer jitterSeconds,
    @Nullable Misfire misfire) {
  /** True if the schedule may be due more often afterwards. */
  boolean mayRunMore(boolean pausedNow) {
    boolean paused = Objects.requireNonNullElse(this.paused, pausedNow);
    return !paused && (pausedNow || cron != null);
  }

  /** True if other times may follow from it. */
  boolean isAboutTime() {
    return cron != null || timeZone != null || paused != null || jitterSeconds != null;
  }
}
