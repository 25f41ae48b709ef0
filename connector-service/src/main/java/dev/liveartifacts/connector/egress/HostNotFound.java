package dev.liveartifacts.connector.egress;

/** A host name that has no address at this moment. */
public final class HostNotFound extends RuntimeException {
  private static final long serialVersionUID = 1;

  public HostNotFound(String host) {
    super("There is no address for " + host + ".", null, false, false);
  }
}
