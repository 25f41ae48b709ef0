package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server's failure in the words of the page's contract. */
final class Failures {
  private Failures() {}

  static Landing.Missed missed(String connector, McpFailure failure, long durationMillis) {
    return new Landing.Missed(error(connector, failure), failure.isOutage(), durationMillis);
  }

  private static CallError error(String connector, McpFailure failure) {
    ErrorCode code = code(failure);
    boolean retryable = code == ErrorCode.SERVER_UNAVAILABLE || code == ErrorCode.RATE_LIMITED;
    return new CallError(
        code,
        FailureWords.of(connector, failure),
        retryable && !(failure instanceof McpFailure.Refused),
        millis(retryAfter(failure)));
  }

  private static ErrorCode code(McpFailure failure) {
    return switch (failure) {
      case McpFailure.Unauthorized(var _), McpFailure.MoreScope(var _) -> ErrorCode.NEEDS_REAUTH;
      case McpFailure.RateLimited(var _) -> ErrorCode.RATE_LIMITED;
      case McpFailure.Refused(var _),
          McpFailure.Unreachable(var _),
          McpFailure.Dropped(),
          McpFailure.TimedOut(var _),
          McpFailure.ServerError(var _, var _),
          McpFailure.SessionLost() ->
          ErrorCode.SERVER_UNAVAILABLE;
      case McpFailure.RpcError(var _, int code, var _)
          when code == McpFailure.RpcError.INVALID_PARAMS ->
          ErrorCode.BAD_REQUEST;
      case McpFailure.RpcError(var _, var _, var _),
          McpFailure.Forbidden(var _),
          McpFailure.UnexpectedStatus(var _),
          McpFailure.NotMcp(var _),
          McpFailure.TooLarge(var _),
          McpFailure.CapabilityMissing(var _),
          McpFailure.VersionRefused(var _),
          McpFailure.UnsupportedVersion(var _) ->
          ErrorCode.UPSTREAM_ERROR;
    };
  }

  static @Nullable Duration retryAfter(McpFailure failure) {
    return switch (failure) {
      case McpFailure.RateLimited(Duration after) -> after;
      case McpFailure.ServerError(var _, Duration after) -> after;
      default -> null;
    };
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }
}
