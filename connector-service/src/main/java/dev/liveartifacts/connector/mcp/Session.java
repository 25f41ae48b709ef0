package dev.liveartifacts.connector.mcp;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@code initialize} agreed on, and the ids that were used since. Belongs to one target.
 *
 * @param id the server's session id; null if the server keeps no sessions
 * @param announces true if the server tells when its tools change
 */
record Session(
    @Nullable String id, ServerInfo server, boolean announces, McpTarget target, AtomicLong ids) {
  long nextId() {
    return ids.incrementAndGet();
  }
}
