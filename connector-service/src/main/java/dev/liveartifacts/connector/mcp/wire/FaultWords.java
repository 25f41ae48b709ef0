package dev.liveartifacts.connector.mcp.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What a JSON-RPC error means: the codes that MCP defines have names of their own. */
final class FaultWords {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_NAMES = 20;

  private FaultWords() {}

  static McpFailure failure(int status, RpcMessage.Fault fault) {
    return switch (fault.code()) {
      case McpFailure.RpcError.VERSION_REFUSED ->
          new McpFailure.VersionRefused(
              data(fault)
                  .path("supported")
                  .valueStream()
                  .limit(MOST_NAMES)
                  .map(version -> version.asText(""))
                  .toList());
      case McpFailure.RpcError.CAPABILITY_MISSING ->
          new McpFailure.CapabilityMissing(
              data(fault)
                  .path("requiredCapabilities")
                  .propertyStream()
                  .limit(MOST_NAMES)
                  .map(Map.Entry::getKey)
                  .toList());
      default -> new McpFailure.RpcError(status, fault.code(), fault.message());
    };
  }

  private static JsonNode data(RpcMessage.Fault fault) {
    try {
      return MAPPER.readTree(fault.data() == null ? "{}" : fault.data());
    } catch (JsonProcessingException e) {
      return MAPPER.createObjectNode();
    }
  }
}
