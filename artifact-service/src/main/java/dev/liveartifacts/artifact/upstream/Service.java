package dev.liveartifacts.artifact.upstream;

/** The services behind this one. */
public enum Service {
  CONNECTOR("The connector service"),
  SCHEDULER("The scheduler");

  private final String words;

  Service(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
