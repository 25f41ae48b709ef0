package dev.liveartifacts.connector.mcp;

import static dev.liveartifacts.connector.testing.McpTestServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.egress.EgressConfig;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.testing.McpTestServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that break, that stay open, and that servers ask and tell things on. */
class StreamsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CHANGED =
      "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}\n\n";

  private record Bounds(int listeners, Duration sessionIdle) implements McpConfig {
    @Override
    public Duration deadline() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration connectTimeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration probe() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int resultLimit() {
      return 1 << 20;
    }

    @Override
    public int toolLimit() {
      return 50;
    }

    @Override
    public int connectionsPerEndpoint() {
      return 8;
    }

    @Override
    public Duration listenerIdle() {
      return Duration.ofMinutes(1);
    }
  }

  private record Local() implements EgressConfig {
    @Override
    public boolean allowLoopback() {
      return true;
    }

    @Override
    public boolean allowHttp() {
      return true;
    }

    @Override
    public Optional<List<String>> allowNetworks() {
      return Optional.empty();
    }
  }

  /** A person who fills in what a test says. */
  private record Person(ObjectNode words) implements Respondent {
    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public Uni<Optional<ObjectNode>> answer(McpTarget target, JsonNode question) {
      return Uni.createFrom().item(Optional.of(words));
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final McpTarget target =
      new McpTarget(UUID.randomUUID(), 1, URI.create("http://localhost"), null);
  private McpTestServer server;

  @BeforeEach
  void begin() {
    server = new McpTestServer();
  }

  @AfterEach
  void end() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private McpClient client(Bounds bounds, Respondent respondent) {
    EgressGuard guard =
        new EgressGuard(
            new Local(),
            host -> Uni.createFrom().item(List.of(InetAddress.ofLiteral("127.0.0.1"))));
    return new McpClient(vertx, guard, new ObjectMapper(), bounds, respondent);
  }

  private McpClient client() {
    return client(new Bounds(20, Duration.ofMinutes(1)), Respondent.NOBODY);
  }

  private McpTarget target() {
    return new McpTarget(target.connectionId(), 1, URI.create(server.endpoint()), null);
  }

  private static ToolCall call(String tool) {
    return new ToolCall(tool, ExactJson.emptyObject(), tool.equals("read"), Map.of());
  }

  private String answer(McpClient client, String tool) {
    ToolReply reply = client.call(target(), call(tool)).await().atMost(PATIENCE);
    return new String(reply.json(), StandardCharsets.UTF_8);
  }

  private McpFailure failure(McpClient client, String tool) {
    try {
      client.call(target(), call(tool)).await().atMost(PATIENCE);
    } catch (McpException e) {
      return e.failure();
    }
    throw new AssertionError("The call did not fail");
  }

  private static HttpServerResponse stream(HttpServerResponse response) {
    return response.setChunked(true).putHeader("Content-Type", "text/event-stream");
  }

  /** The next call's stream breaks after it said where it stands. */
  private CompletableFuture<Object> breakingAt(String position) {
    CompletableFuture<Object> asked = new CompletableFuture<>();
    server.next((request, id) -> {
      asked.complete(id);
      stream(request.response()).end(position);
    });
    return asked;
  }

  @Test
  void a_stream_that_breaks_is_resumed_where_it_stood_after_the_time_that_the_server_wants() {
    CompletableFuture<Object> asked = breakingAt("id: e-7\nretry: 300\ndata: \n\n");
    long began = System.nanoTime();
    server.streaming((request, none) ->
        stream(request.response())
            .end("id: e-8\ndata: " + message(asked.join(), McpTestServer.text("late")) + "\n\n"));

    assertThat(answer(client(), "read")).contains("late");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(300));
    assertThat(server.streams()).hasSize(1);
    assertThat(server.streams().getFirst()).containsEntry("last-event-id", "e-7");
    assertThat(server.streams().getFirst()).containsKey("mcp-session-id");
    assertThat(server.calls()).isEqualTo(1);
  }

  @Test
  void a_call_that_writes_is_resumed_and_never_sent_again() {
    CompletableFuture<Object> asked = breakingAt("id: 1\nretry: 1\ndata: \n\n");
    server.streaming((request, none) ->
        stream(request.response()).end("data: " + message(asked.join(), "{}") + "\n\n"));

    assertThat(answer(client(), "write")).isEqualTo("{}");
    assertThat(server.calls()).isEqualTo(1);
  }

  @Test
  void a_stream_that_breaks_for_ever_ends_in_a_failure() {
    breakingAt("id: 1\nretry: 1\ndata: \n\n");
    server.streaming((request, none) -> stream(request.response()).end("retry: 1\n\n"));

    assertThat(failure(client(), "read")).isInstanceOf(McpFailure.Unreachable.class);
    assertThat(server.streams()).hasSizeBetween(2, 200);
  }

  @Test
  void a_position_that_no_header_can_carry_is_not_resumed() {
    breakingAt("id: ü\ndata: \n\n");
    server.streaming((request, none) -> stream(request.response()).end());

    assertThat(failure(client(), "read")).isInstanceOf(McpFailure.Unreachable.class);
    assertThat(server.streams()).isEmpty();
  }

  @Test
  void a_stateless_server_is_asked_anew_under_another_id_unless_the_call_writes() {
    server.stateless();
    McpClient client = client();
    breakingAt("id: 1\ndata: \n\n");

    assertThat(answer(client, "read")).contains("hello");
    List<JsonObject> calls = server.receivedOf("tools/call");
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).getValue("id")).isNotEqualTo(calls.get(1).getValue("id"));

    breakingAt("id: 1\ndata: \n\n");
    assertThat(failure(client, "write")).isInstanceOf(McpFailure.Unreachable.class);
    assertThat(server.calls()).isEqualTo(3);
    assertThat(server.streams()).isEmpty();
  }

  @Test
  void a_session_is_ended_when_nobody_needs_it_any_more() {
    McpClient client = client();
    answer(client, "read");
    String session = server.headers().getLast().get("mcp-session-id");

    client.end(target());

    await().atMost(PATIENCE).until(() -> server.ended().equals(List.of(session)));
    assertThat(answer(client, "read")).contains("hello");
    assertThat(server.greetings()).isEqualTo(2);
  }

  @Test
  void a_session_that_nobody_used_for_long_is_ended() {
    McpClient client = client(new Bounds(20, Duration.ofMillis(100)), Respondent.NOBODY);
    answer(client, "read");
    String session = server.headers().getLast().get("mcp-session-id");

    await().atMost(PATIENCE).until(() -> server.ended().equals(List.of(session)));
  }

  @Test
  void a_session_server_that_announces_it_is_listened_to() {
    CompletableFuture<HttpServerResponse> open = new CompletableFuture<>();
    server.announcing((request, none) -> {
      stream(request.response()).write(": hello\n\n");
      open.complete(request.response());
    });
    McpClient client = client();
    List<ToolsChanged> heard = new CopyOnWriteArrayList<>();
    client.onToolsChanged(heard::add);
    client.tools(target()).await().atMost(PATIENCE);

    open.orTimeout(10, TimeUnit.SECONDS).join().write(CHANGED);

    await().atMost(PATIENCE).until(() -> !heard.isEmpty());
    assertThat(heard)
        .containsOnly(new ToolsChanged(target.connectionId(), URI.create(server.endpoint())));
    assertThat(server.streams()).hasSize(1);
  }

  @Test
  void a_stateless_server_that_announces_it_is_listened_to_for_its_tools_alone() {
    CompletableFuture<HttpServerResponse> open = new CompletableFuture<>();
    server
        .stateless()
        .announcing((request, id) -> {
          stream(request.response()).write(": hello\n\n");
          open.complete(request.response());
        });
    McpClient client = client();
    List<ToolsChanged> heard = new CopyOnWriteArrayList<>();
    client.onToolsChanged(heard::add);
    client.tools(target()).await().atMost(PATIENCE);

    open.orTimeout(10, TimeUnit.SECONDS).join().write(CHANGED);

    await().atMost(PATIENCE).until(() -> !heard.isEmpty());
    JsonObject params =
        server.receivedOf("subscriptions/listen").getFirst().getJsonObject("params");
    assertThat(params.getJsonObject("notifications"))
        .isEqualTo(new JsonObject().put("toolsListChanged", true));
    assertThat(params.getJsonObject("_meta").getMap())
        .containsKey("io.modelcontextprotocol/clientCapabilities");
  }

  @Test
  void a_server_that_announces_nothing_is_not_listened_to() {
    McpClient client = client();
    server.streaming((request, none) -> stream(request.response()).write(": hello\n\n"));

    client.tools(target()).await().atMost(PATIENCE);
    answer(client, "read");

    assertThat(server.streams()).isEmpty();
  }

  @Test
  void a_server_that_tells_all_the_time_is_heard_now_and_then() {
    CompletableFuture<HttpServerResponse> open = new CompletableFuture<>();
    server.announcing((request, none) -> {
      stream(request.response()).write(": hello\n\n");
      open.complete(request.response());
    });
    McpClient client = client();
    List<ToolsChanged> heard = new CopyOnWriteArrayList<>();
    client.onToolsChanged(heard::add);
    client.tools(target()).await().atMost(PATIENCE);

    HttpServerResponse stream = open.orTimeout(10, TimeUnit.SECONDS).join();
    IntStream.range(0, 1000).forEach(i -> stream.write(CHANGED));
    stream.end();

    await().atMost(PATIENCE).until(() -> heard.size() == 2);
  }

  @Test
  void an_endless_event_closes_the_stream_and_hurts_nobody() {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    server.announcing((request, none) -> {
      request.connection().closeHandler(gone -> closed.complete(true));
      stream(request.response()).write("data: " + "x".repeat(3 << 20));
    });
    McpClient client = client();
    client.tools(target()).await().atMost(PATIENCE);

    assertThat(closed.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    assertThat(answer(client, "read")).contains("hello");
  }

  @Test
  void no_more_streams_stay_open_than_the_bound_allows() {
    List<CompletableFuture<Boolean>> closed = new CopyOnWriteArrayList<>();
    server.announcing((request, none) -> {
      CompletableFuture<Boolean> gone = new CompletableFuture<>();
      closed.add(gone);
      request.connection().closeHandler(end -> gone.complete(true));
      stream(request.response()).write(": hello\n\n");
    });
    McpClient client = client(new Bounds(2, Duration.ofMinutes(1)), Respondent.NOBODY);

    for (int i = 0; i < 6; i++) {
      McpTarget other = new McpTarget(UUID.randomUUID(), 1, URI.create(server.endpoint()), null);
      client.tools(other).await().atMost(PATIENCE);
    }

    await()
        .atMost(PATIENCE)
        .until(() -> closed.stream().filter(CompletableFuture::isDone).count() >= 4);
  }

  @Test
  void a_person_who_is_present_is_asked_and_what_they_leave_out_takes_the_servers_default() {
    CompletableFuture<HttpServerResponse> open = new CompletableFuture<>();
    server.streaming((request, none) -> {
      stream(request.response()).write(": hello\n\n");
      open.complete(request.response());
    });
    ObjectNode words = ExactJson.emptyObject().put("name", "Ada");
    McpClient client = client(new Bounds(20, Duration.ofMinutes(1)), new Person(words));
    server.next((request, id) -> {
      open.join()
          .write(
              "data: {\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"elicitation/create\","
                  + "\"params\":{\"requestedSchema\":{\"properties\":{"
                  + "\"name\":{\"default\":\"John\"},\"age\":{\"default\":30}}}}}\n\n");
      vertx.setPeriodic(
          20,
          timer -> {
            if (server.received().stream()
                .anyMatch(message -> "q".equals(message.getValue("id")))) {
              vertx.cancelTimer(timer);
              request
                  .response()
                  .putHeader("Content-Type", "application/json")
                  .end(message(id, "{}"));
            }
          });
    });

    assertThat(answer(client, "read")).isEqualTo("{}");
    JsonObject reply =
        server.received().stream()
            .filter(message -> "q".equals(message.getValue("id")))
            .findFirst()
            .orElseThrow()
            .getJsonObject("result");
    assertThat(reply.getString("action")).isEqualTo("accept");
    assertThat(reply.getJsonObject("content"))
        .isEqualTo(new JsonObject().put("name", "Ada").put("age", 30));
    JsonObject hello = server.receivedOf("initialize").getFirst().getJsonObject("params");
    assertThat(hello.getJsonObject("capabilities").getMap()).containsKey("elicitation");
  }
}
