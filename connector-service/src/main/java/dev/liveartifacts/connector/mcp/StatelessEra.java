package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.json.JsonFields;
import dev.liveartifacts.connector.json.MalformedJson;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.mcp.wire.RpcAnswer;
import dev.liveartifacts.connector.mcp.wire.RpcPost;
import dev.liveartifacts.connector.mcp.wire.ServerWord;
import dev.liveartifacts.connector.mcp.wire.Transport;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The protocol of 2026-07-28: no greeting and no session, every request says all about itself.
 * Closing the connection cancels.
 */
final class StatelessEra implements ProtocolEra {
  static final String VERSION = "2026-07-28";
  private static final String RESERVED = "io.modelcontextprotocol/";
  private static final Set<String> RESULT_TYPE = Set.of("resultType");
  private static final int MOST_ROUNDS = 4;

  private final Transport rpc;
  private final ObjectMapper json;
  private final Replies replies;

  /** The servers that tell when their tools change, as far as they were greeted lately. */
  private final Cache<URI, Boolean> announcing =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(2)).build();

  StatelessEra(Transport rpc, ObjectMapper json, Replies replies) {
    this.rpc = rpc;
    this.json = json;
    this.replies = replies;
  }

  @Override
  public Uni<byte[]> request(McpTarget target, RpcCall call) {
    return rounds(target, call, MOST_ROUNDS);
  }

  @Override
  public Uni<ServerInfo> greet(McpTarget target) {
    RpcCall discover = RpcCall.of("server/discover", RpcJson.object());
    return request(target, discover).map(this::tree).map(result -> greeted(target, result));
  }

  /** {@code subscriptions/listen}: one stream, on which the server tells that its tools changed. */
  @Override
  public Uni<Boolean> listen(McpTarget target, Consumer<ServerWord> words) {
    if (announcing.getIfPresent(target.endpoint()) == null) {
      return Uni.createFrom().item(false);
    }
    ObjectNode params = RpcJson.object();
    params.putObject("notifications").put("toolsListChanged", true);
    return rpc.listen(post(target, RpcCall.of("subscriptions/listen", params)), words)
        .replaceWith(true);
  }

  private ServerInfo greeted(McpTarget target, JsonNode result) {
    ServerInfo server = server(result);
    if (result.path("capabilities").path("tools").path("listChanged").asBoolean(false)) {
      announcing.put(target.endpoint(), true);
    } else {
      announcing.invalidate(target.endpoint());
    }
    return server;
  }

  @Override
  public boolean accepts(Tool tool) {
    return MirroredHeaders.areValid(tool.inputSchema());
  }

  private Uni<byte[]> rounds(McpTarget target, RpcCall call, int left) {
    Uni<byte[]> sent =
        Uni.createFrom()
            .deferred(() -> send(target, call))
            .onFailure(StatelessEra::isRefusedForNothing)
            .retry()
            .atMost(1);
    Uni<byte[]> answered =
        call.repeatable() ? sent.onFailure(StatelessEra::isBroken).retry().atMost(1) : sent;
    return answered.chain(result -> settled(target, call, result, left));
  }

  private Uni<byte[]> send(McpTarget target, RpcCall call) {
    return rpc.post(post(target, call), asked -> {}).map(StatelessEra::result);
  }

  /** Each try is a request of its own, under an id of its own. */
  private RpcPost post(McpTarget target, RpcCall call) {
    long id = ThreadLocalRandom.current().nextLong(1, 1L << 52);
    ObjectNode message = RpcJson.request(id, call.method(), described(call.params()));
    return new RpcPost(
        target.endpoint(), headers(call), target.credential(), RpcJson.bytes(message), id);
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
    return new InputRequired(target, replies)
        .retry(call.params(), tree(result))
        .map(params -> params.map(again -> rounds(target, call.with(again), left - 1)))
        .chain(next ->
            next.orElseGet(() -> failed("asks for something that only a person could answer")));
  }

  private ObjectNode described(ObjectNode params) {
    ObjectNode described = params.deepCopy();
    ObjectNode meta =
        described.path("_meta") instanceof ObjectNode given ? given : described.putObject("_meta");
    meta.put(RESERVED + "protocolVersion", VERSION);
    meta.set(RESERVED + "clientInfo", RpcJson.clientInfo());
    meta.set(RESERVED + "clientCapabilities", replies.capabilities());
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
    throw new McpException(RpcJson.noResult(answer));
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

  /** There is no stream to resume: what broke is asked anew. */
  private static boolean isBroken(Throwable failure) {
    return failure instanceof McpException e
        && (e.failure() instanceof McpFailure.Dropped || e.failure().equals(RpcJson.BROKEN));
  }

  /** The server refuses the version, and names that very version: it gets a second chance. */
  private static boolean isRefusedForNothing(Throwable failure) {
    return failure instanceof McpException e
        && e.failure() instanceof McpFailure.VersionRefused(var supported)
        && supported.contains(VERSION);
  }
}
