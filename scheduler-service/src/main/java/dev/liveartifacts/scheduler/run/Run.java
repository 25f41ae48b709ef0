package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One refresh of one artifact, as it is shown.
 *
 * @param reason why it did not go as it should, where that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Run(
    UUID id,
    UUID scheduleId,
    UUID artifactId,
    Instant dueAt,
    RunTrigger trigger,
    RunState state,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    @Nullable String reason,
    List<RunCall> calls) {
  public Run {
    calls = List.copyOf(calls);
  }
}
