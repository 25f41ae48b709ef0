package dev.liveartifacts.connector.builtin;

import dev.liveartifacts.connector.egress.WebAnswer;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an HTTP service's failure is to a call: the same as a remote MCP server's. */
public final class HttpFailures {
  private HttpFailures() {}

  public static McpException of(WebFailure failure) {
    return new McpException(new McpFailure.Unreachable(failure.reason()));
  }

  /** The failure that an answer's status stands for, unless the status is the answer. */
  public static Optional<McpException> of(WebAnswer answer) {
    int status = answer.status();
    return switch (status) {
      case 401 -> failure(new McpFailure.Unauthorized(answer.header("www-authenticate")));
      case 403 -> failure(new McpFailure.Forbidden(answer.header("www-authenticate")));
      case 429 -> failure(new McpFailure.RateLimited(retryAfter(answer)));
      default ->
          status >= 500
              ? failure(new McpFailure.ServerError(status, retryAfter(answer)))
              : Optional.empty();
    };
  }

  private static Optional<McpException> failure(McpFailure failure) {
    return Optional.of(new McpException(failure));
  }

  private static @Nullable Duration retryAfter(WebAnswer answer) {
    String seconds = answer.header("retry-after");
    return seconds != null && seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }
}
