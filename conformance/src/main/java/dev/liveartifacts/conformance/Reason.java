package dev.liveartifacts.conformance;

import dev.liveartifacts.connector.mcp.wire.McpException;

/** A failure in words, for whoever reads the referee's report. */
final class Reason {
  private Reason() {}

  static String of(Throwable failure) {
    return failure instanceof McpException e ? e.failure().toString() : failure.toString();
  }
}
