package dev.liveartifacts.infra.claude;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Messages API on loopback that answers what it is told to, one {@link Reply} after the other, as
 * an event stream. Requests that the real one would refuse are refused: without a key or a version,
 * or with the use of a tool that got no result.
 */
public final class ScriptedClaude implements AutoCloseable {
  private static final Pattern USE = Pattern.compile("\"id\":\"(toolu_\\d+)\"");
  private static final Reply NOTHING_LEFT = Reply.says("I have nothing more to say.");

  private final HttpServer server;
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * @param port 0 for any that is free
   */
  public ScriptedClaude(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/messages", this::handle);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What it answers from now on; what was left of an earlier script is forgotten. */
  public void script(Reply... script) {
    replies.clear();
    asked.clear();
    replies.addAll(List.of(script));
  }

  /** The bodies of the requests since the script began. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(body);
      if (!acceptable(exchange, body)) {
        new Answering(exchange).refuse(400, "invalid_request_error");
        return;
      }
      Reply next = replies.poll();
      new Answering(exchange).answer(next == null ? NOTHING_LEFT : next);
    }
  }

  private static boolean acceptable(HttpExchange exchange, String body) {
    boolean signed =
        exchange.getRequestHeaders().containsKey("X-Api-Key")
            || exchange.getRequestHeaders().containsKey("Authorization");
    return signed
        && exchange.getRequestHeaders().containsKey("anthropic-version")
        && body.contains("\"stream\":true")
        && body.contains("\"max_tokens\":")
        && !body.contains("\"text\":\"\"")
        && USE.matcher(body)
            .results()
            .map((MatchResult use) -> use.group(1))
            .allMatch(id -> body.contains("\"tool_use_id\":\"" + id + "\""));
  }
}
