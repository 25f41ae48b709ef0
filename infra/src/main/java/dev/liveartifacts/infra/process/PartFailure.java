package dev.liveartifacts.infra.process;

import org.jspecify.annotations.Nullable;

/**
 * A server that did not start or did not do what it was asked; the message says what to look at.
 */
public final class PartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PartFailure(String message) {
    this(message, null);
  }

  public PartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
