package dev.liveartifacts.connector.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection's state, why and since when.
 *
 * @param reason a sentence for people; null while connected
 */
public record Standing(
    ConnectionState state,
    @Nullable String reason,
    Instant since,
    @Nullable Instant lastSuccessAt) {

  /** The same state keeps its beginning: "failing since" is when it began to fail. */
  Standing becoming(ConnectionState next, @Nullable String why, Instant now) {
    Instant success = next == ConnectionState.CONNECTED ? now : lastSuccessAt;
    return new Standing(next, why, next == state ? since : now, success);
  }
}
