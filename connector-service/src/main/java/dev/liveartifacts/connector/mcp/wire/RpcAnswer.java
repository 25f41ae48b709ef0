package dev.liveartifacts.connector.mcp.wire;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came back for an {@link RpcPost}. */
public sealed interface RpcAnswer {
  /**
   * The {@code result} of the answer, byte for byte.
   *
   * @param sessionId the session that the server began with this answer
   */
  record Result(byte[] json, @Nullable String sessionId) implements RpcAnswer {
    @Override
    public String toString() {
      return "Result[" + json.length + " bytes]";
    }
  }

  /** A notification was taken. */
  record Accepted() implements RpcAnswer {}

  /**
   * The connection closed before the answer was whole.
   *
   * @param lastEventId where the stream stood, to be resumed from there; empty if it cannot be
   * @param retry how long to wait before that
   */
  record Interrupted(String lastEventId, Duration retry) implements RpcAnswer {}

  /** The server points elsewhere, keeping method and body. */
  record Redirect(URI location) implements RpcAnswer {}
}
