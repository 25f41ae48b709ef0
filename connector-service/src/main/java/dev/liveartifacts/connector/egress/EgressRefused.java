package dev.liveartifacts.connector.egress;

/** An address that no request goes to. The reason is a sentence for an administrator. */
public final class EgressRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  EgressRefused(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
