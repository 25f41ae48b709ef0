package dev.liveartifacts.local.seed;

/** The first connectors and artifacts could not be made; everything else works. */
final class SeedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SeedFailure(String message) {
    super(message);
  }
}
