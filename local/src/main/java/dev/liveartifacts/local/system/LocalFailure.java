package dev.liveartifacts.local.system;

/**
 * Something on this machine stands in the way; the message is one sentence that says what to do.
 */
public final class LocalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LocalFailure(String message) {
    super(message);
  }

  public LocalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
