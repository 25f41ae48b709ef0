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
  static final String NOT_YET = "Nobody has signed in yet.";
  static final String ENDED = "The connection was ended.";
  static final String CHANGED = "The connector was changed: sign in again.";

  /** The same state keeps its beginning: "failing since" is when it began to fail. */
  Standing becoming(ConnectionState next, @Nullable String why, Instant now) {
    Instant success = next == ConnectionState.CONNECTED ? now : lastSuccessAt;
    return new Standing(next, why, next == state ? since : now, success);
  }
}
