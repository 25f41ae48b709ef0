package dev.liveartifacts.scheduler.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule to be made. */
public record NewSchedule(
    @NotNull UUID artifactId,
    @NotBlank @Size(max = 300) String artifactTitle,
    @NotNull UUID delegationId,
    @NotBlank @Size(max = 200) String cron,
    @NotBlank @Size(max = 100) String timeZone,
    @Nullable Boolean paused) {
  boolean startsPaused() {
    return Boolean.TRUE.equals(paused);
  }
}
