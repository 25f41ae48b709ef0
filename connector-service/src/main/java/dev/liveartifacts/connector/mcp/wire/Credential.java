package dev.liveartifacts.connector.mcp.wire;

/** The header that signs a request in. Never printed. */
public record Credential(String header, String value) {
  @Override
  public String toString() {
    return "Credential[" + header + "]";
  }
}
