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
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
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

  /** How long a call waits for the stream on which a person could be asked. */
  private static final Duration LISTENING = Duration.ofSeconds(2);

  private final Eras eras;
  private final ProtocolEra local;
  private final Listeners listeners;
  private final boolean someoneIsPresent;
  private final ObjectMapper json;
  private final McpConfig config;

  @Inject
  public McpClient(
      Vertx vertx, EgressGuard guard, ObjectMapper json, McpConfig config, LocalServers servers) {
    this(vertx, guard, json, config, Respondent.NOBODY, servers);
  }

  /** A client of remote servers alone. */
  public McpClient(Vertx vertx, EgressGuard guard, ObjectMapper json, McpConfig config) {
    this(vertx, guard, json, config, Respondent.NOBODY, LocalServers.NONE);
  }

  /** A client of remote servers, which may ask somebody. */
  public McpClient(
      Vertx vertx, EgressGuard guard, ObjectMapper json, McpConfig config, Respondent respondent) {
    this(vertx, guard, json, config, respondent, LocalServers.NONE);
  }

  private McpClient(
      Vertx vertx,
      EgressGuard guard,
      ObjectMapper json,
      McpConfig config,
      Respondent respondent,
      LocalServers servers) {
    this.json = json;
    this.config = config;
    WireLimits limits =
        new WireLimits(
            config.resultLimit() + ENVELOPE_BYTES,
            config.connectTimeout(),
            config.connectionsPerEndpoint());
    RpcClient rpc = new RpcClient(vertx, guard, limits);
    Replies replies = new Replies(respondent);
    this.eras =
        new Eras(
            new StatelessEra(rpc, json, replies),
            new SessionEra(rpc, json, replies, config.sessionIdle(), config.deadline()),
            config.probe());
    this.local = new StatelessEra(servers, json, replies);
    this.listeners = new Listeners(config.listeners(), config.listenerIdle());
    this.someoneIsPresent = respondent.isPresent();
  }

  /** Calls a tool; its own failure is a reply too. */
  public Uni<ToolReply> call(McpTarget target, ToolCall call) {
    return within(
        config.deadline(),
        sent(target, call)
            .onFailure(failure -> call.readOnly() && isHeaderMismatch(failure))
            .recoverWithUni(mismatch -> withFreshHeaders(target, call, mismatch))
            .map(this::reply));
  }

  private Uni<byte[]> sent(McpTarget target, ToolCall call) {
    ObjectNode params = json.createObjectNode().put("name", call.tool());
    params.set("arguments", call.arguments());
    if (!call.readOnly()) {
      params.putObject("_meta").put(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    }
    RpcCall request = new RpcCall("tools/call", params, call.readOnly(), call.mirrored());
    return in(
        target,
        era ->
            heard(target, era)
                .chain(() -> era.request(target, request))
                .invoke(answered -> listen(target, era)));
  }

  /**
   * The server's schema marks other arguments than we knew: it refused without doing anything, and
   * is asked once more with the headers that it wants now.
   */
  private Uni<byte[]> withFreshHeaders(McpTarget target, ToolCall call, Throwable mismatch) {
    return tools(target)
        .map(tools -> call.mirroredFor(tools))
        .chain(again ->
            again.mirrored().equals(call.mirrored())
                ? Uni.createFrom().failure(mismatch)
                : sent(target, again));
  }

  /** A server may ask only on a stream that is open; what it tells besides can come later. */
  private Uni<Void> heard(McpTarget target, ProtocolEra era) {
    return someoneIsPresent
        ? listeners
            .keep(target, era)
            .ifNoItem()
            .after(LISTENING)
            .recoverWithUni(Uni.createFrom().voidItem())
        : Uni.createFrom().voidItem();
  }

  /** Has an observer told whenever a server says that its tools changed; it must not block. */
  public void onToolsChanged(Consumer<ToolsChanged> observer) {
    listeners.tell(observer);
  }

  /** Nobody asks the target any more: its session and its stream are ended. */
  public void end(McpTarget target) {
    listeners.end(target);
    eras.end(target);
  }

  /** All tools of a server, over as many pages as it takes. */
  public Uni<List<Tool>> tools(McpTarget target) {
    return within(
        config.deadline(),
        in(
            target,
            era ->
                new ToolListing(era, target, json, config)
                    .from(null)
                    .invoke(listed -> listen(target, era))));
  }

  /** Who answers at a target. */
  public Uni<ServerInfo> greet(McpTarget target) {
    return within(config.deadline(), in(target, era -> era.greet(target)));
  }

  private <T> Uni<T> in(McpTarget target, Function<ProtocolEra, Uni<T>> work) {
    return LocalServers.areAt(target.endpoint()) ? work.apply(local) : eras.in(target, work);
  }

  private void listen(McpTarget target, ProtocolEra era) {
    listeners.keep(target, era).subscribe().with(open -> {}, failure -> {});
  }

  private static boolean isHeaderMismatch(Throwable failure) {
    return failure instanceof McpException e
        && e.failure() instanceof McpFailure.RpcError(var _, int code, var _)
        && code == McpFailure.RpcError.HEADER_MISMATCH;
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
