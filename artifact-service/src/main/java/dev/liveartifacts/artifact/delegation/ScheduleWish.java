package dev.liveartifacts.artifact.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When, and what.
 *
 * @param cron five fields
 * @param timeZone an IANA name
 * @param calls what the owner looked at; null: what is proposed, as it is
 * @param expiresAt when the permission ends; null: when it is taken back
 * @param jitterSeconds the scheduler says what it takes
 * @param misfire the scheduler says what it takes
 */
public record ScheduleWish(
    @NotBlank @Size(max = 100) String cron,
    @NotBlank @Size(max = 60) String timeZone,
    @Nullable @Size(max = 100) List<Review.@NotNull @Valid Call> calls,
    @Nullable Instant expiresAt,
    @Nullable Integer jitterSeconds,
    @Nullable @Size(max = 20) String misfire) {

  /** When alone: the calls as they are proposed. */
  public static ScheduleWish of(String cron, String timeZone) {
    return new ScheduleWish(cron, timeZone, null, null, null, null);
  }
}
