package dev.liveartifacts.local.system;

/** A further process of a service; nobody starts it again when it ends. */
public final class Replica implements AutoCloseable {
  private final Service service;

  Replica(Service service) {
    this.service = service;
  }

  /** Where it listens, on loopback. */
  public String url() {
    return "http://127.0.0.1:" + service.port();
  }

  @Override
  public void close() {
    service.stop();
  }
}
