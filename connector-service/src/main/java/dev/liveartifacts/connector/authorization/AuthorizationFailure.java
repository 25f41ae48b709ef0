package dev.liveartifacts.connector.authorization;

import org.jspecify.annotations.Nullable;

/** Why somebody could not be signed in to a server. One name for each way to fail. */
public sealed interface AuthorizationFailure {
  /** A server does not answer, or not now; what is held stays good. The reason is a sentence. */
  record Unreachable(String reason) implements AuthorizationFailure {}

  /** What the servers say about themselves does not allow a safe sign-in. */
  record Unusable(String reason) implements AuthorizationFailure {}

  /** The authorization server wants a client that an administrator registered there. */
  record ClientNeeded(String issuer) implements AuthorizationFailure {}

  /**
   * The authorization server said no (RFC 6749, sections 4.1.2.1 and 5.2).
   *
   * @param error its word for it
   */
  record Denied(String error, @Nullable String description) implements AuthorizationFailure {
    boolean isFinal() {
      return !error.equals("temporarily_unavailable") && !error.equals("server_error");
    }
  }

  /** True if trying later with the same tokens may well succeed. */
  default boolean isOutage() {
    return switch (this) {
      case Unreachable(var _) -> true;
      case Denied denied -> !denied.isFinal();
      case Unusable(var _), ClientNeeded(var _) -> false;
    };
  }

  /** The failure as a sentence for people. */
  default String words() {
    return switch (this) {
      case Unreachable(String reason) -> reason;
      case Unusable(String reason) -> reason;
      case ClientNeeded(String issuer) ->
          "An administrator has to register this application at "
              + issuer
              + " and enter the client id here.";
      case Denied(String error, var _) when error.equals("access_denied") ->
          "The sign-in was declined.";
      case Denied(String error, String description) ->
          "The sign-in server refused ("
              + Quote.of(error)
              + ")"
              + (description == null ? "." : ": " + Quote.of(description));
    };
  }
}
