package dev.liveartifacts.scheduler.run;

import java.util.UUID;

/** A run whose end should have been told long ago. */
record OverdueRun(UUID id, UUID scheduleId) {}
