package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which era and revision a request is, and what its client can do.
 *
 * @param capabilities of the client, as it says with this request; empty in the session era
 */
record Envelope(Era era, String version, JsonNode capabilities) {
  private static final String VERSION = "io.modelcontextprotocol/protocolVersion";
  private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  /** Fails unless the headers agree with the body, where the era wants that. */
  static Envelope of(RpcMessage message, SaidHeaders headers) {
    return isSession(message, headers) ? session(headers) : stateless(message, headers);
  }

  boolean isStateless() {
    return era == Era.STATELESS;
  }

  boolean clientCan(String capability) {
    return capabilities.path(capability).isObject();
  }

  private static boolean isSession(RpcMessage message, SaidHeaders headers) {
    return headers.version() == null
        ? !message.meta().has(VERSION)
        : Era.SESSION.versions().contains(headers.version()) && !message.meta().has(VERSION);
  }

  private static Envelope session(SaidHeaders headers) {
    String version = Objects.requireNonNullElse(headers.version(), Era.SESSION.newest());
    return new Envelope(Era.SESSION, version, JsonNodeFactory.instance.objectNode());
  }

  private static Envelope stateless(RpcMessage message, SaidHeaders headers) {
    String version = message.meta().path(VERSION).asText(null);
    JsonNode capabilities = message.meta().path(CAPABILITIES);
    if (message.expectsAnswer()) {
      if (version == null) {
        throw new RpcException(RpcError.badMeta("_meta has to say " + VERSION + "."));
      }
      if (!capabilities.isObject()) {
        throw new RpcException(RpcError.badMeta("_meta has to say " + CAPABILITIES + "."));
      }
      agree("MCP-Protocol-Version", headers.version(), version);
      supported(version);
      agree("Mcp-Method", headers.method(), message.method());
      agree("Mcp-Name", headers.name(), named(message));
    }
    return new Envelope(Era.STATELESS, Era.STATELESS.newest(), capabilities);
  }

  private static void supported(String version) {
    if (!Era.STATELESS.versions().contains(version)) {
      throw new RpcException(
          RpcError.unsupportedVersion(
              version,
              Stream.of(Era.STATELESS, Era.SESSION)
                  .flatMap(era -> era.versions().stream())
                  .toList()));
    }
  }

  private static void agree(String header, @Nullable String said, @Nullable String meant) {
    if (meant != null && !meant.equals(said)) {
      throw new RpcException(
          RpcError.headersDiffer(
              said == null
                  ? "The header " + header + " is missing."
                  : "The header " + header + " is not what the request says."));
    }
  }

  private static @Nullable String named(RpcMessage message) {
    return switch (message.method()) {
      case "tools/call", "prompts/get" -> message.params().path("name").asText(null);
      case "resources/read" -> message.params().path("uri").asText(null);
      default -> null;
    };
  }
}
