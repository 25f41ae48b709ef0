package dev.liveartifacts.artifact.mcpserver;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say about its body.
 *
 * @param version {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}, decoded
 */
record SaidHeaders(@Nullable String version, @Nullable String method, @Nullable String name) {
  private static final String ENCODED = "=?base64?";
  private static final String END = "?=";

  static SaidHeaders of(MultiMap headers) {
    return new SaidHeaders(
        stripped(headers.get("MCP-Protocol-Version")),
        stripped(headers.get("Mcp-Method")),
        decoded(stripped(headers.get("Mcp-Name"))));
  }

  /** A name that no header can hold travels in base64. */
  private static @Nullable String decoded(@Nullable String name) {
    if (name == null || !name.startsWith(ENCODED) || !name.endsWith(END)) {
      return name;
    }
    try {
      String inner = name.substring(ENCODED.length(), name.length() - END.length());
      return new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new RpcException(RpcError.headersDiffer("The header Mcp-Name is not base64."));
    }
  }

  private static @Nullable String stripped(@Nullable String header) {
    return header == null ? null : header.strip();
  }
}
