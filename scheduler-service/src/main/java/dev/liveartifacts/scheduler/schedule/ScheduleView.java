package dev.liveartifacts.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.scheduler.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is shown. The delegation is not: it never leaves the services.
 *
 * @param pausedReason why it paused by itself; null if a person paused it
 * @param nextAt null while it is paused
 * @param jitterSeconds by how much its start may be put off after that at most
 * @param failuresInARow how many of its due runs failed since the last good one
 * @param recentRuns latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
    UUID id,
    UUID artifactId,
    String artifactTitle,
    String cron,
    String inWords,
    String timeZone,
    boolean paused,
    @Nullable PausedBy pausedBy,
    @Nullable String pausedReason,
    @Nullable Instant nextAt,
    int jitterSeconds,
    Misfire misfire,
    int failuresInARow,
    @Nullable Run lastRun,
    List<Run> recentRuns,
    String ownerId) {
  public ScheduleView {
    recentRuns = List.copyOf(recentRuns);
  }
}
