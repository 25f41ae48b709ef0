package dev.liveartifacts.connector.mcp.wire;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a response's head says, before its body is read. */
sealed interface HttpVerdict {
  /** The body is one JSON-RPC message. */
  record ReadJson() implements HttpVerdict {}

  /** The body is a stream of events, one of which is the answer. */
  record ReadEvents() implements HttpVerdict {}

  /** There is nothing to read. */
  record Done() implements HttpVerdict {}

  record Moved(String location) implements HttpVerdict {}

  record Failed(McpFailure failure) implements HttpVerdict {}

  static HttpVerdict of(int status, MultiMap headers, boolean answerExpected) {
    return switch (status / 100) {
      case 2 -> success(headers, answerExpected);
      case 3 -> redirect(status, headers);
      case 4 -> refusal(status, headers);
      case 5 -> new Failed(new McpFailure.ServerError(status, retryAfter(headers)));
      default -> new Failed(new McpFailure.UnexpectedStatus(status));
    };
  }

  private static HttpVerdict success(MultiMap headers, boolean answerExpected) {
    String encoding = headers.get("Content-Encoding");
    if (!answerExpected) {
      return new Done();
    }
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return notMcp("answered in an encoding that was not asked for");
    }
    return switch (mediaType(headers)) {
      case "application/json" -> new ReadJson();
      case "text/event-stream" -> new ReadEvents();
      case "text/html" -> notMcp("answered with a web page instead of MCP");
      case "" -> notMcp("answered with nothing");
      default -> notMcp("answered with something that is neither JSON nor an event stream");
    };
  }

  private static HttpVerdict redirect(int status, MultiMap headers) {
    String location = headers.get("Location");
    return location != null && (status == 307 || status == 308)
        ? new Moved(location)
        : new Failed(new McpFailure.UnexpectedStatus(status));
  }

  private static HttpVerdict refusal(int status, MultiMap headers) {
    String challenge = headers.get("WWW-Authenticate");
    return switch (status) {
      case 401 -> new Failed(new McpFailure.Unauthorized(challenge));
      case 403 -> new Failed(new McpFailure.Forbidden(challenge));
      case 429 -> new Failed(new McpFailure.RateLimited(retryAfter(headers)));
      default ->
          mediaType(headers).equals("application/json")
              ? new ReadJson()
              : new Failed(new McpFailure.UnexpectedStatus(status));
    };
  }

  private static HttpVerdict notMcp(String what) {
    return new Failed(new McpFailure.NotMcp(what));
  }

  private static String mediaType(MultiMap headers) {
    String type = headers.get("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  /** Seconds only; a date is left to the circuit's own patience. */
  private static @Nullable Duration retryAfter(MultiMap headers) {
    String value = headers.get("Retry-After");
    return value != null && value.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(value))
        : null;
  }
}
