package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.mcp.wire.RpcAnswer;
import dev.liveartifacts.connector.mcp.wire.RpcClient;
import dev.liveartifacts.connector.mcp.wire.RpcPost;
import dev.liveartifacts.connector.mcp.wire.ServerRequest;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The protocols with {@code initialize} and sessions, up to revision 2025-11-25, over streamable
 * HTTP.
 */
final class SessionEra implements ProtocolEra {
  static final String NEWEST = "2025-11-25";
  private static final List<String> SPOKEN =
      List.of(NEWEST, "2025-06-18", "2025-03-26", "2024-11-05");
  private static final long INITIALIZE_ID = 0;

  private final RpcClient rpc;
  private final ObjectMapper json;
  private final Sessions sessions;
  private final Duration deadline;

  SessionEra(RpcClient rpc, ObjectMapper json, Duration sessionIdle, Duration deadline) {
    this.rpc = rpc;
    this.json = json;
    this.sessions = new Sessions(sessionIdle);
    this.deadline = deadline;
  }

  @Override
  public Uni<byte[]> request(McpTarget target, RpcCall call) {
    return inSession(target, call)
        .onFailure(SessionEra::isSessionLost)
        .recoverWithUni(() -> inSession(target, call));
  }

  @Override
  public Uni<ServerInfo> greet(McpTarget target) {
    return sessions.of(target, () -> begin(target)).map(Session::server);
  }

  private Uni<byte[]> inSession(McpTarget target, RpcCall call) {
    return sessions
        .of(target, () -> begin(target))
        .chain(session ->
            send(target, session, call)
                .onFailure(failure -> isSessionLost(failure))
                .invoke(() -> sessions.forget(target, session)));
  }

  private Uni<byte[]> send(McpTarget target, Session session, RpcCall call) {
    Uni<byte[]> sent = Uni.createFrom().deferred(() -> sendOnce(target, session, call));
    return call.repeatable() ? sent.onFailure(SessionEra::isDropped).retry().atMost(1) : sent;
  }

  private Uni<byte[]> sendOnce(McpTarget target, Session session, RpcCall call) {
    long id = session.nextId();
    ObjectNode message = RpcJson.request(id, call.method(), call.params());
    return rpc.post(post(target, session, message, id), asked -> answer(target, session, asked))
        .onCancellation()
        .invoke(() -> tell(target, session, RpcJson.cancelled(id)))
        .map(SessionEra::result)
        .onFailure(McpException.class)
        .transform(failure -> inSessionTerms((McpException) failure, session));
  }

  private Uni<Session> begin(McpTarget target) {
    ObjectNode hello = RpcJson.request(INITIALIZE_ID, "initialize", RpcJson.hello(NEWEST));
    return rpc.post(post(target, null, hello, INITIALIZE_ID), asked -> {})
        .map(this::session)
        .call(session -> notify(target, session, RpcJson.initialized()))
        .ifNoItem()
        .after(deadline)
        .failWith(() -> new McpException(new McpFailure.TimedOut(deadline)));
  }

  private Session session(RpcAnswer answer) {
    if (!(answer instanceof RpcAnswer.Result(byte[] result, String sessionId))) {
      throw new McpException(new McpFailure.NotMcp("did not answer the greeting"));
    }
    JsonNode greeting = read(result);
    String version = greeting.path("protocolVersion").asText("");
    if (!SPOKEN.contains(version)) {
      throw new McpException(new McpFailure.UnsupportedVersion(version));
    }
    JsonNode server = greeting.path("serverInfo");
    String name = server.path("title").asText(server.path("name").asText(""));
    return new Session(sessionId, new ServerInfo(version, name), new AtomicLong(INITIALIZE_ID));
  }

  private JsonNode read(byte[] result) {
    try {
      return json.readTree(result);
    } catch (IOException e) {
      throw new McpException(new McpFailure.NotMcp("answered the greeting with something else"));
    }
  }

  private Uni<RpcAnswer> notify(McpTarget target, Session session, ObjectNode message) {
    return rpc.post(post(target, session, message, null), asked -> {});
  }

  /** Sends what nobody waits for. */
  private void tell(McpTarget target, Session session, ObjectNode message) {
    notify(target, session, message).subscribe().with(taken -> {}, failure -> {});
  }

  private void answer(McpTarget target, Session session, ServerRequest asked) {
    tell(target, session, RpcJson.replyTo(asked));
  }

  private RpcPost post(
      McpTarget target, @Nullable Session session, ObjectNode message, @Nullable Long id) {
    return new RpcPost(
        target.endpoint(), headers(session), target.credential(), RpcJson.bytes(message), id);
  }

  private static Map<String, String> headers(@Nullable Session session) {
    Map<String, String> headers = new HashMap<>(RpcJson.HEADERS);
    if (session != null) {
      headers.put("MCP-Protocol-Version", session.server().protocolVersion());
      if (session.id() != null) {
        headers.put("Mcp-Session-Id", session.id());
      }
    }
    return headers;
  }

  private static byte[] result(RpcAnswer answer) {
    if (answer instanceof RpcAnswer.Result(byte[] result, var _)) {
      return result;
    }
    throw new McpException(new McpFailure.NotMcp("answered with nothing"));
  }

  /** 404 ends a session; some servers say 400 and speak of the session in their error. */
  private static McpException inSessionTerms(McpException exception, Session session) {
    boolean lost =
        session.id() != null
            && switch (exception.failure()) {
              case McpFailure.UnexpectedStatus(int status) -> status == 404;
              case McpFailure.RpcError(int status, int code, String message) ->
                  status == 404
                      || (status == 400 && message.toLowerCase(Locale.ROOT).contains("session"));
              default -> false;
            };
    return lost ? new McpException(new McpFailure.SessionLost()) : exception;
  }

  private static boolean isSessionLost(Throwable failure) {
    return failure instanceof McpException e && e.failure() instanceof McpFailure.SessionLost;
  }

  private static boolean isDropped(Throwable failure) {
    return failure instanceof McpException e && e.failure() instanceof McpFailure.Dropped;
  }
}
