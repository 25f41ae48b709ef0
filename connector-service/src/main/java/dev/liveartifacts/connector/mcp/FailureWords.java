package dev.liveartifacts.connector.mcp;

import dev.liveartifacts.connector.mcp.wire.McpFailure;

/** A failure as one sentence for people. Quotes nothing that a server said. */
public final class FailureWords {
  private FailureWords() {}

  /**
   * The sentence.
   *
   * @param connector the connector's name, which begins most sentences
   */
  public static String of(String connector, McpFailure failure) {
    return switch (failure) {
      case McpFailure.Refused(String reason) -> connector + " cannot be asked. " + reason;
      case McpFailure.Unreachable(String reason) -> connector + " " + reason + ".";
      case McpFailure.Dropped() -> connector + " closed the connection without an answer.";
      case McpFailure.TimedOut(var deadline) ->
          connector + " did not answer within " + deadline.toSeconds() + " seconds.";
      case McpFailure.Unauthorized(var _) -> connector + " needs you to sign in again.";
      case McpFailure.Forbidden(var _) -> connector + " does not let this account do that.";
      case McpFailure.MoreScope(var _) ->
          connector + " asks for more permission than it was given: sign in again to allow it.";
      case McpFailure.RateLimited(var _) -> connector + " asks to be called less often.";
      case McpFailure.ServerError(int status, var _) ->
          connector + " has a problem of its own (HTTP " + status + ").";
      case McpFailure.UnexpectedStatus(int status) ->
          connector + " answered with HTTP " + status + " instead of MCP.";
      case McpFailure.NotMcp(String what) -> connector + " " + what + ".";
      case McpFailure.TooLarge(long limit) ->
          connector + " answered with more than " + (limit >> 20) + " MiB, the limit for one call.";
      case McpFailure.RpcError(var _, int code, var _)
          when code == McpFailure.RpcError.INVALID_PARAMS ->
          connector + " does not accept these arguments.";
      case McpFailure.RpcError(var _, int code, var _) ->
          connector + " could not answer (MCP error " + code + ").";
      case McpFailure.CapabilityMissing(var _) ->
          connector + " wants to ask a person or a model while it works: that is not offered.";
      case McpFailure.UnsupportedVersion(var _), McpFailure.VersionRefused(var _) ->
          connector + " speaks a version of MCP that is not supported.";
      case McpFailure.SessionLost() -> connector + " lost its session twice.";
    };
  }
}
