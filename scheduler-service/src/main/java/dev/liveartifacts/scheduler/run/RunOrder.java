package dev.liveartifacts.scheduler.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule lets a run do: which artifact, whose connections, which calls.
 *
 * @param retryOf the run whose failed calls alone are to be made
 */
public record RunOrder(
    UUID scheduleId,
    UUID artifactId,
    UUID delegationId,
    String ownerId,
    RunTrigger trigger,
    @Nullable UUID retryOf) {}
