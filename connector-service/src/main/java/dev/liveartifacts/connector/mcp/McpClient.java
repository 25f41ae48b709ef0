package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.json.JsonFields;
import dev.liveartifacts.connector.json.MalformedJson;
import dev.liveartifacts.connector.json.Slice;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.mcp.wire.RpcClient;
import dev.liveartifacts.connector.mcp.wire.WireLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks MCP servers. Every method fails with an {@link McpException} that names the reason, within
 * the deadline; cancelling a subscription cancels the request at the server. Thread-safe.
 */
@ApplicationScoped
public class McpClient {
  /** What surrounds a result in its message: the envelope and, on a stream, other events. */
  private static final long ENVELOPE_BYTES = 256 * 1024;

  private static final Set<String> REPLY_FIELDS = Set.of("isError", "ttlMs");
  private static final String IDEMPOTENCY_KEY = "dev.liveartifacts/idempotencyKey";

  private final Eras eras;
  private final ObjectMapper json;
  private final McpConfig config;

  public McpClient(Vertx vertx, EgressGuard guard, ObjectMapper json, McpConfig config) {
    this.json = json;
    this.config = config;
    WireLimits limits =
        new WireLimits(
            config.resultLimit() + ENVELOPE_BYTES,
            config.connectTimeout(),
            config.connectionsPerEndpoint());
    RpcClient rpc = new RpcClient(vertx, guard, limits);
    this.eras =
        new Eras(
            new StatelessEra(rpc, json),
            new SessionEra(rpc, json, config.sessionIdle(), config.deadline()),
            config.probe());
  }

  /** Calls a tool; its own failure is a reply too. */
  public Uni<ToolReply> call(McpTarget target, ToolCall call) {
    ObjectNode params = json.createObjectNode().put("name", call.tool());
    params.set("arguments", call.arguments());
    if (!call.readOnly()) {
      params.putObject("_meta").put(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    }
    return within(
        config.deadline(),
        eras.in(
                target,
                era ->
                    era.request(
                        target,
                        new RpcCall("tools/call", params, call.readOnly(), call.mirrored())))
            .map(this::reply));
  }

  /** All tools of a server, over as many pages as it takes. */
  public Uni<List<Tool>> tools(McpTarget target) {
    return within(
        config.deadline(),
        eras.in(target, era -> new ToolListing(era, target, json, config).from(null)));
  }

  /** Who answers at a target. */
  public Uni<ServerInfo> greet(McpTarget target) {
    return within(config.deadline(), eras.in(target, era -> era.greet(target)));
  }

  private ToolReply reply(byte[] result) {
    if (result.length > config.resultLimit()) {
      throw new McpException(new McpFailure.TooLarge(config.resultLimit()));
    }
    try {
      JsonFields fields = JsonFields.of(result, REPLY_FIELDS);
      return new ToolReply(result, fields.isTrue("isError"), millis(fields, result));
    } catch (MalformedJson e) {
      throw new McpException(new McpFailure.NotMcp("answered, but " + e.getMessage()));
    }
  }

  private static @Nullable Long millis(JsonFields fields, byte[] result) {
    Slice ttl = fields.find("ttlMs");
    return ttl != null && ttl.token().isNumeric() && ttl.length() < 12
        ? (long) Double.parseDouble(ttl.textOf(result))
        : null;
  }

  private static <T> Uni<T> within(Duration deadline, Uni<T> work) {
    return work.ifNoItem()
        .after(deadline)
        .failWith(() -> new McpException(new McpFailure.TimedOut(deadline)));
  }
}
