package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshRequested;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that Kafka is to have, and the trace that it belongs to. */
record OutboxEntry(RefreshRequested event, @Nullable String traceparent) {
  UUID runId() {
    return event.runId();
  }
}
