package dev.liveartifacts.connector.authorization;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an authorization server sent a browser back with (RFC 6749, section 4.1.2; RFC 9207). */
public record Callback(
    @Nullable String code,
    @Nullable String state,
    @Nullable String issuer,
    @Nullable String error,
    @Nullable String errorDescription) {

  /**
   * The code, if this is the answer to the attempt. The issuer is looked at first: what another
   * server says is neither redeemed nor shown.
   */
  public String codeFor(SignInAttempt attempt) {
    if (!attempt.state().equals(state)) {
      throw AuthorizationException.unusable("This answer belongs to another sign-in.");
    }
    if (issuer == null ? attempt.sendsIssuer() : !issuer.equals(attempt.issuer())) {
      throw AuthorizationException.unusable(
          "The answer does not come from the sign-in server that was asked.");
    }
    if (error != null) {
      throw new AuthorizationException(new AuthorizationFailure.Denied(error, errorDescription));
    }
    if (code == null || code.isEmpty()) {
      throw AuthorizationException.unusable("The sign-in server sent no code.");
    }
    return Objects.requireNonNull(code);
  }

  @Override
  public String toString() {
    return "Callback[" + (error == null ? "code" : "error") + "]";
  }
}
