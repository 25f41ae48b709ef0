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
import dev.liveartifacts.connector.mcp.wire.ServerWord;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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

  private static final int MOST_RESUMES = 100;
  private static final Pattern SESSION_ID = Pattern.compile("[\\x21-\\x7e]{1,1024}");

  private static final byte[] NOTHING = {};

  private final RpcClient rpc;
  private final ObjectMapper json;
  private final Replies replies;
  private final Sessions sessions;
  private final Duration deadline;

  SessionEra(
      RpcClient rpc, ObjectMapper json, Replies replies, Duration sessionIdle, Duration deadline) {
    this.rpc = rpc;
    this.json = json;
    this.replies = replies;
    this.sessions = new Sessions(sessionIdle, this::delete);
    this.deadline = deadline;
  }

  static boolean speaks(String version) {
    return SPOKEN.contains(version);
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

  /** Hears what the server says of its own accord, if it said that it would. */
  @Override
  public Uni<Boolean> listen(McpTarget target, Consumer<ServerWord> words) {
    return sessions
        .of(target, () -> begin(target))
        .chain(session ->
            session.announces() || replies.someoneIsPresent()
                ? listen(target, session, words)
                : Uni.createFrom().item(false));
  }

  private Uni<Boolean> listen(McpTarget target, Session session, Consumer<ServerWord> words) {
    return rpc.listen(
            post(target, session, NOTHING, null),
            word -> {
              words.accept(word);
              if (word instanceof ServerRequest asked) {
                answer(target, session, asked);
              }
            })
        .replaceWith(true)
        .onFailure(McpException.class)
        .transform(failure -> inSessionTerms((McpException) failure, session))
        .onFailure(SessionEra::isSessionLost)
        .invoke(() -> sessions.forget(target, session));
  }

  /** Nobody needs the target's session any more. */
  @Override
  public void end(McpTarget target) {
    Session session = sessions.end(target);
    if (session != null) {
      delete(session);
    }
  }

  private void delete(Session session) {
    if (session.id() != null) {
      RpcPost farewell = post(session.target(), session, NOTHING, null);
      forget(rpc.delete(farewell));
    }
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
    byte[] message = RpcJson.bytes(RpcJson.request(id, call.method(), call.params()));
    return rpc.post(post(target, session, message, id), asked -> answer(target, session, asked))
        .chain(answer -> whole(answer, "", target, session, id, MOST_RESUMES))
        .onCancellation()
        .invoke(() -> tell(target, session, RpcJson.cancelled(id)))
        .map(SessionEra::result)
        .onFailure(McpException.class)
        .transform(failure -> inSessionTerms((McpException) failure, session));
  }

  /** Resumes an interrupted stream from where it stood, as long as the server lets it. */
  private Uni<RpcAnswer> whole(
      RpcAnswer answer, String before, McpTarget target, Session session, long id, int left) {
    if (!(answer instanceof RpcAnswer.Interrupted(String last, Duration retry))) {
      return Uni.createFrom().item(answer);
    }
    String position = last.isEmpty() ? before : last;
    if (position.isEmpty() || left == 0) {
      return Uni.createFrom().item(answer);
    }
    return rpc.resume(
            post(target, session, NOTHING, id).with("Last-Event-ID", position),
            retry,
            asked -> answer(target, session, asked))
        .chain(next -> whole(next, position, target, session, id, left - 1));
  }

  private Uni<Session> begin(McpTarget target) {
    ObjectNode hello =
        RpcJson.request(INITIALIZE_ID, "initialize", RpcJson.hello(NEWEST, replies.capabilities()));
    return rpc.post(post(target, null, RpcJson.bytes(hello), INITIALIZE_ID), asked -> {})
        .map(answer -> session(answer, target))
        .call(session ->
            rpc.post(
                post(target, session, RpcJson.bytes(RpcJson.initialized()), null), asked -> {}))
        .ifNoItem()
        .after(deadline)
        .failWith(() -> new McpException(new McpFailure.TimedOut(deadline)));
  }

  private Session session(RpcAnswer answer, McpTarget target) {
    if (!(answer instanceof RpcAnswer.Result(byte[] result, String sessionId))) {
      throw new McpException(new McpFailure.NotMcp("did not answer the greeting"));
    }
    if (sessionId != null && !SESSION_ID.matcher(sessionId).matches()) {
      throw new McpException(new McpFailure.NotMcp("gave a session id that is none"));
    }
    JsonNode greeting = read(result);
    String version = greeting.path("protocolVersion").asText("");
    if (!speaks(version)) {
      throw new McpException(new McpFailure.UnsupportedVersion(version));
    }
    JsonNode server = greeting.path("serverInfo");
    String name = server.path("title").asText(server.path("name").asText(""));
    return new Session(
        sessionId,
        new ServerInfo(version, name),
        greeting.path("capabilities").path("tools").path("listChanged").asBoolean(false),
        target,
        new AtomicLong(INITIALIZE_ID));
  }

  private JsonNode read(byte[] result) {
    try {
      return json.readTree(result);
    } catch (IOException e) {
      throw new McpException(new McpFailure.NotMcp("answered the greeting with something else"));
    }
  }

  /** Sends what nobody waits for. */
  private void tell(McpTarget target, Session session, ObjectNode message) {
    forget(rpc.post(post(target, session, RpcJson.bytes(message), null), asked -> {}));
  }

  private void answer(McpTarget target, Session session, ServerRequest asked) {
    replies
        .to(target, asked)
        .subscribe()
        .with(reply -> tell(target, session, reply), failure -> {});
  }

  private void forget(Uni<RpcAnswer> sent) {
    sent.ifNoItem().after(deadline).fail().subscribe().with(taken -> {}, failure -> {});
  }

  private static RpcPost post(
      McpTarget target, @Nullable Session session, byte[] message, @Nullable Long id) {
    return new RpcPost(target.endpoint(), headers(session), target.credential(), message, id);
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
    throw new McpException(RpcJson.noResult(answer));
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
