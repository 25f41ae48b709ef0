package dev.liveartifacts.scheduler.run;

import java.util.UUID;

/** What a schedule lets a run do: which artifact, whose connections, which calls. */
public record RunOrder(UUID scheduleId, UUID artifactId, UUID delegationId, String ownerId) {}
