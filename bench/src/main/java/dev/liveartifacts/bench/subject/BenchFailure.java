package dev.liveartifacts.bench.subject;

/** Nothing can be measured; the message says why. */
public final class BenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchFailure(String message) {
    super(message);
  }
}
