package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.JsonFields;
import dev.liveartifacts.connector.json.MalformedJson;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.mcp.wire.RpcAnswer;
import dev.liveartifacts.connector.mcp.wire.RpcClient;
import dev.liveartifacts.connector.mcp.wire.RpcPost;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The protocol of 2026-07-28: no greeting and no session, every request says all about itself.
 * Closing the connection cancels.
 */
final class StatelessEra implements ProtocolEra {
  static final String VERSION = "2026-07-28";
  private static final String RESERVED = "io.modelcontextprotocol/";
  private static final Set<String> RESULT_TYPE = Set.of("resultType");
  private static final int MOST_ROUNDS = 4;

  private final RpcClient rpc;
  private final ObjectMapper json;

  StatelessEra(RpcClient rpc, ObjectMapper json) {
    this.rpc = rpc;
    this.json = json;
  }

  @Override
  public Uni<byte[]> request(McpTarget target, RpcCall call) {
    return rounds(target, call, MOST_ROUNDS);
  }

  @Override
  public Uni<ServerInfo> greet(McpTarget target) {
    RpcCall discover = RpcCall.of("server/discover", RpcJson.object());
    return request(target, discover).map(result -> server(tree(result)));
  }

  @Override
  public boolean accepts(Tool tool) {
    return MirroredHeaders.areValid(tool.inputSchema());
  }

  private Uni<byte[]> rounds(McpTarget target, RpcCall call, int left) {
    Uni<byte[]> sent = Uni.createFrom().deferred(() -> send(target, call));
    Uni<byte[]> answered =
        call.repeatable() ? sent.onFailure(StatelessEra::isBroken).retry().atMost(1) : sent;
    return answered.chain(result -> settled(target, call, result, left));
  }

  /** Each try is a request of its own, under an id of its own. */
  private Uni<byte[]> send(McpTarget target, RpcCall call) {
    long id = ThreadLocalRandom.current().nextLong(1, 1L << 52);
    ObjectNode message = RpcJson.request(id, call.method(), described(call.params()));
    RpcPost post =
        new RpcPost(
            target.endpoint(), headers(call), target.credential(), RpcJson.bytes(message), id);
    return rpc.post(post, asked -> {}).map(StatelessEra::result);
  }

  private Uni<byte[]> settled(McpTarget target, RpcCall call, byte[] result, int left) {
    return switch (resultType(result)) {
      case "", "\"complete\"" -> Uni.createFrom().item(result);
      case "\"input_required\"" -> asked(target, call, result, left);
      default -> failed("answered with a kind of result that nobody knows");
    };
  }

  private Uni<byte[]> asked(McpTarget target, RpcCall call, byte[] result, int left) {
    if (left <= 1) {
      return failed("asks again and again instead of answering");
    }
    return InputRequired.retry(call.params(), tree(result))
        .map(params -> rounds(target, call.with(params), left - 1))
        .orElseGet(() -> failed("asks for something that only a person could answer"));
  }

  private static ObjectNode described(ObjectNode params) {
    ObjectNode described = params.deepCopy();
    ObjectNode meta =
        described.path("_meta") instanceof ObjectNode given ? given : described.putObject("_meta");
    meta.put(RESERVED + "protocolVersion", VERSION);
    meta.set(RESERVED + "clientInfo", RpcJson.clientInfo());
    meta.putObject(RESERVED + "clientCapabilities");
    return described;
  }

  private static Map<String, String> headers(RpcCall call) {
    Map<String, String> headers = new HashMap<>(RpcJson.HEADERS);
    headers.put("MCP-Protocol-Version", VERSION);
    headers.put("Mcp-Method", call.method());
    if (call.params().path("name").isTextual()) {
      headers.put("Mcp-Name", MirroredHeaders.encoded(call.params().path("name").textValue()));
    }
    headers.putAll(call.mirrored());
    return headers;
  }

  private static byte[] result(RpcAnswer answer) {
    if (answer instanceof RpcAnswer.Result(byte[] result, var _)) {
      return result;
    }
    throw new McpException(new McpFailure.NotMcp("answered with nothing"));
  }

  private static String resultType(byte[] result) {
    try {
      String type = JsonFields.of(result, RESULT_TYPE).text("resultType");
      return type == null ? "" : type;
    } catch (MalformedJson e) {
      throw new McpException(new McpFailure.NotMcp("answered, but " + e.getMessage()));
    }
  }

  private static ServerInfo server(JsonNode result) {
    JsonNode versions = result.path("supportedVersions");
    if (!versions.isArray()) {
      throw new McpException(new McpFailure.NotMcp("does not say which versions it speaks"));
    }
    if (!contains(versions, VERSION)) {
      throw new McpException(new McpFailure.UnsupportedVersion(versions.path(0).asText("")));
    }
    JsonNode named = result.path("_meta").path(RESERVED + "serverInfo");
    JsonNode server = named.isObject() ? named : result.path("serverInfo");
    return new ServerInfo(VERSION, server.path("title").asText(server.path("name").asText("")));
  }

  private static boolean contains(JsonNode versions, String wanted) {
    for (JsonNode version : versions) {
      if (version.asText("").equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode tree(byte[] result) {
    try {
      return json.readTree(result);
    } catch (IOException e) {
      throw new McpException(new McpFailure.NotMcp("answered, but it is not JSON"));
    }
  }

  private static <T> Uni<T> failed(String what) {
    return Uni.createFrom().failure(new McpException(new McpFailure.NotMcp(what)));
  }

  private static boolean isBroken(Throwable failure) {
    return failure instanceof McpException e && e.failure() instanceof McpFailure.Dropped;
  }
}
