package dev.liveartifacts.connector.egress;

/** A request that got no answer. The reason completes the sentence "The server …". */
public final class WebFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  public WebFailure(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
