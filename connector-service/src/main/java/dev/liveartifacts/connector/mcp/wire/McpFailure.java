package dev.liveartifacts.connector.mcp.wire;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a server could not be asked or did not answer as MCP says. One name for each way to fail. */
public sealed interface McpFailure {
  /** The egress guard does not let requests go there; {@code reason} is a sentence. */
  record Refused(String reason) implements McpFailure {}

  /** No connection, or one that broke before the answer was whole. */
  record Unreachable(String reason) implements McpFailure {}

  /** The connection closed before the first byte of a response; the request may have arrived. */
  record Dropped() implements McpFailure {}

  record TimedOut(Duration deadline) implements McpFailure {}

  /** HTTP 401; {@code challenge} is the server's {@code WWW-Authenticate}. */
  record Unauthorized(@Nullable String challenge) implements McpFailure {}

  /** HTTP 403; {@code challenge} may ask for a wider scope. */
  record Forbidden(@Nullable String challenge) implements McpFailure {}

  /** HTTP 403 that another sign-in would help: the server names the scopes that are missing. */
  record MoreScope(List<String> scopes) implements McpFailure {}

  /** HTTP 429. */
  record RateLimited(@Nullable Duration retryAfter) implements McpFailure {}

  /** HTTP 5xx. */
  record ServerError(int status, @Nullable Duration retryAfter) implements McpFailure {}

  /** Any other HTTP status that is no answer. */
  record UnexpectedStatus(int status) implements McpFailure {}

  /** The answer is not MCP; {@code what} completes the sentence "It …". */
  record NotMcp(String what) implements McpFailure {}

  record TooLarge(long limitBytes) implements McpFailure {}

  /** A JSON-RPC error; {@code message} is the server's own and not for logs. */
  record RpcError(int status, int code, String message) implements McpFailure {
    public static final int INVALID_PARAMS = -32602;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INTERNAL = -32603;
    public static final int HEADER_MISMATCH = -32020;
    public static final int CAPABILITY_MISSING = -32021;
    public static final int VERSION_REFUSED = -32022;
  }

  /** The server speaks only protocol versions that we do not. */
  record UnsupportedVersion(String version) implements McpFailure {}

  /** The server refuses the version that it was asked in, and names those it speaks (-32022). */
  record VersionRefused(List<String> supported) implements McpFailure {
    public VersionRefused {
      supported = List.copyOf(supported);
    }
  }

  /** The server wants a client that can do more (-32021): ask a person or a model, for instance. */
  record CapabilityMissing(List<String> capabilities) implements McpFailure {
    public CapabilityMissing {
      capabilities = List.copyOf(capabilities);
    }
  }

  /** The server forgot the session: begin a new one. */
  record SessionLost() implements McpFailure {}

  /** True if asking later may well succeed, and what was known before still stands. */
  default boolean isOutage() {
    return switch (this) {
      case Unreachable(var _), Dropped(), TimedOut(var _), SessionLost() -> true;
      case RateLimited(var _), ServerError(var _, var _), UnexpectedStatus(var _) -> true;
      case NotMcp(var _), TooLarge(var _) -> true;
      case RpcError(var _, int code, var _) -> code == RpcError.INTERNAL;
      case Refused(var _), Unauthorized(var _), Forbidden(var _), UnsupportedVersion(var _) ->
          false;
      case VersionRefused(var _), CapabilityMissing(var _) -> false;
      case MoreScope(var _) -> false;
    };
  }

  /** True if the server seems to be down, rather than to dislike one request. */
  default boolean isServerDown() {
    return switch (this) {
      case Unreachable(var _), Dropped(), TimedOut(var _), ServerError(var _, var _) -> true;
      case NotMcp(var _), UnexpectedStatus(var _), SessionLost(), Refused(var _) -> true;
      case UnsupportedVersion(var _), VersionRefused(var _) -> true;
      case CapabilityMissing(var _),
          RateLimited(var _),
          TooLarge(var _),
          RpcError(var _, var _, var _) ->
          false;
      case Unauthorized(var _), Forbidden(var _), MoreScope(var _) -> false;
    };
  }
}
