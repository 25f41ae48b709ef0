package dev.liveartifacts.connector.authorization;

/** Carries an {@link AuthorizationFailure} through a reactive chain. */
public final class AuthorizationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient AuthorizationFailure failure;

  public AuthorizationException(AuthorizationFailure failure) {
    super(failure.getClass().getSimpleName(), null, false, false);
    this.failure = failure;
  }

  static AuthorizationException unusable(String reason) {
    return new AuthorizationException(new AuthorizationFailure.Unusable(reason));
  }

  static AuthorizationException unreachable(String reason) {
    return new AuthorizationException(new AuthorizationFailure.Unreachable(reason));
  }

  public AuthorizationFailure failure() {
    return failure;
  }
}
