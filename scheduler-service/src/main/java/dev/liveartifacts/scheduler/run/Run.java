package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One refresh of one artifact, as it is shown.
 *
 * @param artifactTitle null where the schedule beside it tells it
 * @param dueAt when the schedule says that it was due; for other triggers, when it was asked for
 * @param retryOf the run whose failed calls alone are made again
 * @param reason why it did not go as it should, where that is known
 * @param done how many calls have ended
 * @param total how many calls there are; null as long as that is not known
 * @param calls those that have ended, and while it is going those still to come as far as they are
 *     known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Run(
    UUID id,
    UUID scheduleId,
    UUID artifactId,
    @Nullable String artifactTitle,
    Instant dueAt,
    RunTrigger trigger,
    @Nullable UUID retryOf,
    RunState state,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    @Nullable String reason,
    int done,
    @Nullable Integer total,
    List<RunCall> calls) {
  public Run {
    calls = List.copyOf(calls);
  }

  Run titled(@Nullable String title) {
    return new Run(
        id,
        scheduleId,
        artifactId,
        title,
        dueAt,
        trigger,
        retryOf,
        state,
        requestedAt,
        finishedAt,
        reason,
        done,
        total,
        calls);
  }
}
