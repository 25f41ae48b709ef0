package dev.liveartifacts.scheduler.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule to be made.
 *
 * @param cron five fields; {@code L} as a day of the month is its last one
 * @param timeZone an IANA name
 * @param jitterSeconds by how much a start may be put off at most; none if null
 * @param misfire {@link Misfire#RUN_ONCE} if null
 */
public record NewSchedule(
    @NotNull UUID artifactId,
    @NotBlank @Size(max = 300) String artifactTitle,
    @NotNull UUID delegationId,
    @NotBlank @Size(max = 200) String cron,
    @NotBlank @Size(max = 100) String timeZone,
    @Nullable Boolean paused,
    @Nullable @Min(0) @Max(3600) Integer jitterSeconds,
    @Nullable Misfire misfire) {
  boolean startsPaused() {
    return Boolean.TRUE.equals(paused);
  }

  int jitter() {
    return Objects.requireNonNullElse(jitterSeconds, 0);
  }

  Misfire misfireOrDefault() {
    return Objects.requireNonNullElse(misfire, Misfire.RUN_ONCE);
  }
}
