package dev.liveartifacts.connector.mcp.wire;

/** Carries an {@link McpFailure} through a reactive chain. */
public final class McpException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient McpFailure failure;

  public McpException(McpFailure failure) {
    super(failure.getClass().getSimpleName(), null, false, false);
    this.failure = failure;
  }

  public McpFailure failure() {
    return failure;
  }
}
