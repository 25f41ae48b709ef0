package dev.liveartifacts.artifact.analysis;

/** Too many wait already. */
final class LineFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LineFullException() {
    super("The line is full", null, false, false);
  }
}
