package dev.liveartifacts.connector.mcp;

import static dev.liveartifacts.connector.testing.McpTestServer.error;
import static dev.liveartifacts.connector.testing.McpTestServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.egress.EgressConfig;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.mcp.wire.Credential;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.McpTestServer.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a server on this machine that behaves in every way a server can. */
class McpClientTest {
  private record Bounds(Duration deadline, int resultLimit, int toolLimit) implements McpConfig {
    @Override
    public Duration probe() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration connectTimeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public int connectionsPerEndpoint() {
      return 8;
    }

    @Override
    public int listeners() {
      return 20;
    }

    @Override
    public Duration listenerIdle() {
      return Duration.ofMinutes(1);
    }

    @Override
    public Duration sessionIdle() {
      return Duration.ofMinutes(1);
    }
  }

  private record Local(Optional<List<String>> allowNetworks) implements EgressConfig {
    @Override
    public boolean allowLoopback() {
      return true;
    }

    @Override
    public boolean allowHttp() {
      return true;
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final UUID connection = UUID.randomUUID();
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

  private McpClient client(Bounds bounds) {
    EgressGuard guard =
        new EgressGuard(
            new Local(Optional.empty()),
            host -> Uni.createFrom().item(List.of(InetAddress.ofLiteral("127.0.0.1"))));
    return new McpClient(vertx, guard, new ObjectMapper(), bounds);
  }

  private McpClient client() {
    return client(new Bounds(Duration.ofSeconds(10), 8 << 20, 50));
  }

  private McpClient hastyClient() {
    return client(new Bounds(Duration.ofMillis(1500), 8 << 20, 50));
  }

  private McpTarget target() {
    return new McpTarget(connection, 1, URI.create(server.endpoint()), null);
  }

  private McpTarget signedIn(String token) {
    Credential credential = new Credential("Authorization", "Bearer " + token);
    return new McpTarget(connection, 1, URI.create(server.endpoint()), credential);
  }

  private static ToolCall read() {
    return call("read", true);
  }

  private static ToolCall call(String tool, boolean readOnly) {
    return new ToolCall(tool, ExactJson.emptyObject(), readOnly, Map.of());
  }

  private String answer(McpClient client, ToolCall call) {
    ToolReply reply = client.call(target(), call).await().atMost(PATIENCE);
    return new String(reply.json(), StandardCharsets.UTF_8);
  }

  private McpFailure failure(McpClient client, McpTarget target, ToolCall call) {
    try {
      client.call(target, call).await().atMost(PATIENCE);
    } catch (McpException e) {
      return e.failure();
    }
    throw new AssertionError("The call did not fail");
  }

  private static HttpServerResponse json(HttpServerResponse response) {
    return response.putHeader("Content-Type", "application/json");
  }

  private static HttpServerResponse stream(HttpServerResponse response) {
    return response.setChunked(true).putHeader("Content-Type", "text/event-stream");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_result_arrives_byte_for_byte_as_json_and_as_an_event(boolean events) {
    String result =
        "{ \"content\" : [],  \"n\":1.10, \"s\":\"\\u20ac €\", \"structuredContent\":{\"a\":[ ]} }";
    server.asEvents(events).readOnly("read", arguments -> result);

    assertThat(answer(client(), read())).isEqualTo(result);
  }

  @Test
  void arguments_reach_the_tool_as_given() throws JsonProcessingException {
    String arguments =
        "{\"n\":1.10,\"id\":9007199254740993,\"s\":\"ü\",\"o\":{\"b\":null,\"a\":[]}}";
    McpClient client = client();

    client
        .call(target(), new ToolCall("read", ExactJson.object(arguments), true, Map.of()))
        .await()
        .atMost(PATIENCE);

    JsonObject sent = server.received().getLast().getJsonObject("params");
    assertThat(sent.getJsonObject("arguments").getValue("id")).isEqualTo(9007199254740993L);
    assertThat(sent.getJsonObject("arguments").getString("s")).isEqualTo("ü");
  }

  @Test
  void a_session_is_begun_once_and_named_in_every_request() {
    McpClient client = client();

    IntStream.range(0, 3).forEach(i -> answer(client, read()));

    assertThat(server.greetings()).isEqualTo(1);
    Map<String, String> headers = server.headers().getLast();
    assertThat(headers).containsKey("mcp-session-id");
    assertThat(headers).containsEntry("mcp-protocol-version", "2025-11-25");
    assertThat(headers).containsEntry("accept", "application/json, text/event-stream");
    assertThat(server.methods())
        .startsWith("server/discover", "initialize", "notifications/initialized", "tools/call");
  }

  @Test
  void many_first_calls_at_once_share_one_greeting() {
    McpClient client = client();
    List<Uni<ToolReply>> calls =
        IntStream.range(0, 20).mapToObj(i -> client.call(target(), read())).toList();

    Uni.join().all(calls).andFailFast().await().atMost(PATIENCE);

    assertThat(server.greetings()).isEqualTo(1);
    assertThat(server.calls()).isEqualTo(20);
  }

  @Test
  void two_connections_never_share_a_session() {
    McpClient client = client();
    answer(client, read());
    String first = server.headers().getLast().get("mcp-session-id");

    McpTarget other = new McpTarget(UUID.randomUUID(), 1, URI.create(server.endpoint()), null);
    client.call(other, read()).await().atMost(PATIENCE);

    assertThat(server.headers().getLast().get("mcp-session-id")).isNotEqualTo(first);
    assertThat(server.greetings()).isEqualTo(2);
  }

  @Test
  void a_session_that_the_server_forgot_is_begun_again() {
    McpClient client = client();
    answer(client, read());
    server.forgetSessions();

    assertThat(answer(client, read())).contains("hello");
    assertThat(server.greetings()).isEqualTo(2);
  }

  @Test
  void a_server_that_says_400_for_a_lost_session_is_understood() {
    McpClient client = client();
    answer(client, read());
    server.next((request, id) ->
        json(request.response().setStatusCode(400))
            .end(error(null, -32000, "Bad Request: No valid session ID provided")));

    assertThat(answer(client, read())).contains("hello");
  }

  @Test
  void a_server_without_sessions_is_called_without_one() {
    server.withoutSessions();

    assertThat(answer(client(), read())).contains("hello");
    assertThat(server.headers().getLast()).doesNotContainKey("mcp-session-id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
  void older_protocols_are_spoken_as_the_server_wishes(String version) {
    server.speaking(version);

    assertThat(answer(client(), read())).contains("hello");
    assertThat(server.headers().getLast()).containsEntry("mcp-protocol-version", version);
  }

  @Test
  void a_protocol_that_nobody_knows_is_refused() {
    server.speaking("1999-01-01");

    assertThat(failure(client(), target(), read()))
        .isEqualTo(new McpFailure.UnsupportedVersion("1999-01-01"));
  }

  @Test
  void a_tools_own_failure_is_a_reply() {
    server.readOnly("read", arguments -> "{\"content\":[],\"isError\":true}");

    assertThat(client().call(target(), read()).await().atMost(PATIENCE).isError()).isTrue();
  }

  @Test
  void tools_are_listed_over_all_pages_with_what_the_server_says_of_them() {
    for (int i = 0; i < 7; i++) {
      server.readOnly("tool" + i, arguments -> "{}");
    }
    server.inPagesOf(2);

    List<Tool> tools = client().tools(target()).await().atMost(PATIENCE);

    assertThat(tools).hasSize(9);
    assertThat(tools.getFirst().readOnly()).isTrue();
    assertThat(tools.get(1).name()).isEqualTo("write");
    assertThat(tools.get(1).readOnly()).isFalse();
    assertThat(tools.getFirst().schemaHash()).matches("[0-9a-f]{64}");
    assertThat(tools.getFirst().schemaHash()).isNotEqualTo(tools.get(1).schemaHash());
  }

  @Test
  void more_tools_than_anyone_can_use_are_refused() {
    for (int i = 0; i < 60; i++) {
      server.readOnly("tool" + i, arguments -> "{}");
    }

    assertThatThrownBy(() -> client().tools(target()).await().atMost(PATIENCE))
        .isInstanceOfSatisfying(
            McpException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new McpFailure.NotMcp("offers more than 50 tools")));
  }

  @Test
  void a_list_that_goes_in_circles_ends() {
    answer(client(), read());
    server.always((request, id) ->
        json(request.response())
            .end(
                message(
                    id,
                    "{\"protocolVersion\":\"2025-11-25\",\"tools\":[],\"nextCursor\":\"again\"}")));

    assertThatThrownBy(() -> client().tools(target()).await().atMost(PATIENCE))
        .isInstanceOfSatisfying(
            McpException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new McpFailure.NotMcp("lists its tools in circles")));
  }

  static Stream<Arguments> garbage() {
    return Stream.of(
        garbage(
            "a web page",
            McpFailure.NotMcp.class,
            (request, id) ->
                request
                    .response()
                    .putHeader("Content-Type", "text/html")
                    .end("<html>Hello</html>")),
        garbage(
            "nothing",
            McpFailure.NotMcp.class,
            (request, id) -> request.response().setStatusCode(204).end()),
        garbage(
            "a picture",
            McpFailure.NotMcp.class,
            (request, id) -> request.response().putHeader("Content-Type", "image/png").end("PNG")),
        garbage(
            "half a JSON",
            McpFailure.NotMcp.class,
            (request, id) -> json(request.response()).end("{\"jsonrpc\":\"2.0\",\"id\":1,\"resu")),
        garbage(
            "a JSON that is no message",
            McpFailure.NotMcp.class,
            (request, id) -> json(request.response()).end("[1,2,3]")),
        garbage(
            "a wrong id",
            McpFailure.NotMcp.class,
            (request, id) -> json(request.response()).end(message(4711, "{}"))),
        garbage(
            "a notification instead of an answer",
            McpFailure.NotMcp.class,
            (request, id) ->
                json(request.response())
                    .end("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}")),
        garbage(
            "compressed bytes",
            McpFailure.NotMcp.class,
            (request, id) ->
                json(request.response()).putHeader("Content-Encoding", "gzip").end("xxxx")),
        garbage(
            "a stream without an answer",
            McpFailure.Unreachable.class,
            (request, id) ->
                stream(request.response()).end("data: {\"method\":\"notifications/x\"}\n\n")),
        garbage(
            "an event that is no JSON",
            McpFailure.NotMcp.class,
            (request, id) -> stream(request.response()).end("data: hello\n\n")),
        garbage(
            "401",
            McpFailure.Unauthorized.class,
            (request, id) -> request.response().setStatusCode(401).end()),
        garbage(
            "403",
            McpFailure.Forbidden.class,
            (request, id) -> request.response().setStatusCode(403).end()),
        garbage(
            "405",
            McpFailure.UnexpectedStatus.class,
            (request, id) -> request.response().setStatusCode(405).end()),
        garbage(
            "400 with other JSON",
            McpFailure.UnexpectedStatus.class,
            (request, id) ->
                json(request.response().setStatusCode(400)).end("{\"error\":\"bad\"}")),
        garbage(
            "400 with a result",
            McpFailure.UnexpectedStatus.class,
            (request, id) -> json(request.response().setStatusCode(400)).end(message(id, "{}"))),
        garbage(
            "429",
            McpFailure.RateLimited.class,
            (request, id) ->
                request.response().setStatusCode(429).putHeader("Retry-After", "3").end()),
        garbage(
            "500",
            McpFailure.ServerError.class,
            (request, id) -> json(request.response().setStatusCode(500)).end(message(id, "{}"))),
        garbage(
            "a redirect with another method",
            McpFailure.UnexpectedStatus.class,
            (request, id) ->
                request.response().setStatusCode(302).putHeader("Location", "/x").end()),
        garbage(
            "a redirect to a cloud's metadata",
            McpFailure.Refused.class,
            (request, id) ->
                request
                    .response()
                    .setStatusCode(307)
                    .putHeader("Location", "http://169.254.169.254/latest/meta-data/")
                    .end()),
        garbage(
            "a redirect to a file",
            McpFailure.Refused.class,
            (request, id) ->
                request
                    .response()
                    .setStatusCode(308)
                    .putHeader("Location", "file:///etc/passwd")
                    .end()),
        garbage(
            "a redirect in circles",
            McpFailure.NotMcp.class,
            (request, id) ->
                request.response().setStatusCode(307).putHeader("Location", "/elsewhere").end()),
        garbage(
            "an error",
            McpFailure.RpcError.class,
            (request, id) -> json(request.response()).end(error(id, -32603, "Internal"))),
        garbage(
            "an answer that breaks off",
            McpFailure.Unreachable.class,
            (request, id) -> {
              json(request.response()).setChunked(true).write("{\"jsonrpc\":");
              request.connection().close();
            }));
  }

  private static Arguments garbage(String name, Class<? extends McpFailure> kind, Script script) {
    return Arguments.of(name, kind, script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("garbage")
  void whatever_a_server_answers_ends_in_a_named_failure_and_the_next_call_works(
      String name, Class<? extends McpFailure> kind, Script script) {
    McpClient client = client();
    answer(client, read());
    server.always((request, id) -> script.accept(request, id));

    McpFailure failure = failure(client, target(), read());

    assertThat(failure).isInstanceOf(kind);
    assertThat(FailureWords.of("Acme CRM", failure)).startsWith("Acme CRM ").endsWith(".");
    server.always(null);
    assertThat(answer(client, read())).contains("hello");
  }

  @Test
  void twenty_megabytes_are_not_read_to_the_end() {
    McpClient client = client();
    answer(client, read());
    Buffer megabyte = Buffer.buffer("x".repeat(1 << 20));
    server.next((request, id) -> {
      json(request.response())
          .setChunked(true)
          .write("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"a\":\"");
      IntStream.range(0, 20).forEach(i -> request.response().write(megabyte));
      request.response().end("\"}}");
    });

    assertThat(failure(client, target(), read())).isInstanceOf(McpFailure.TooLarge.class);
    assertThat(answer(client, read())).contains("hello");
  }

  @Test
  void a_result_just_over_the_limit_is_too_large_and_one_just_under_is_not() {
    McpClient client = client(new Bounds(Duration.ofSeconds(10), 1000, 50));
    server.readOnly("under", arguments -> "{\"a\":\"" + "x".repeat(1000 - 8) + "\"}");
    server.readOnly("over", arguments -> "{\"a\":\"" + "x".repeat(1000 - 7) + "\"}");

    assertThat(answer(client, call("under", true))).hasSize(1000);
    assertThat(failure(client, target(), call("over", true)))
        .isEqualTo(new McpFailure.TooLarge(1000));
  }

  @Test
  void an_endless_stream_ends_at_the_deadline_and_the_server_is_told() {
    McpClient client = hastyClient();
    answer(client, read());
    server.next((request, id) ->
        stream(request.response()).write("data: {\"method\":\"notifications/x\"}\n\n"));

    assertThat(failure(client, target(), read())).isInstanceOf(McpFailure.TimedOut.class);
    await()
        .untilAsserted(() ->
            assertThat(server.received().getLast().getString("method"))
                .isEqualTo("notifications/cancelled"));
  }

  @Test
  void an_endless_flood_of_events_ends_at_the_limit() {
    McpClient client = client(new Bounds(Duration.ofSeconds(15), 100_000, 50));
    answer(client, read());
    String event = "data: {\"method\":\"" + "x".repeat(50_000) + "\"}\n\n";
    server.next((request, id) -> {
      stream(request.response());
      IntStream.range(0, 40).forEach(i -> request.response().write(event));
    });

    assertThat(failure(client, target(), read())).isInstanceOf(McpFailure.TooLarge.class);
  }

  @Test
  void a_server_that_is_too_slow_is_not_waited_for() {
    McpClient client = hastyClient();
    answer(client, read());
    server.next((request, id) -> {});

    assertThat(failure(client, target(), read()))
        .isEqualTo(new McpFailure.TimedOut(Duration.ofMillis(1500)));
  }

  @Test
  void nobody_at_the_address_is_said_so() {
    McpTarget gone = target();
    server.close();

    assertThat(failure(client(), gone, read())).isInstanceOf(McpFailure.Unreachable.class);
    server = new McpTestServer();
  }

  @Test
  void a_dropped_connection_is_tried_again_for_reading_and_never_for_writing() {
    McpClient client = client();
    answer(client, read());
    server.next((request, id) -> request.connection().close());

    assertThat(answer(client, read())).contains("hello");

    server.next((request, id) -> request.connection().close());
    int before = server.calls();
    ToolCall write = call("write", false);
    assertThat(failure(client, target(), write)).isEqualTo(new McpFailure.Dropped());
    assertThat(server.calls()).isEqualTo(before + 1);
  }

  @Test
  void a_call_that_writes_carries_a_key_of_its_own() {
    McpClient client = client();
    ToolCall write = call("write", false);
    answer(client, write);
    answer(client, write);

    List<String> keys =
        server.received().stream()
            .filter(message -> "tools/call".equals(message.getString("method")))
            .map(message -> message.getJsonObject("params").getJsonObject("_meta"))
            .map(meta -> meta.getString("dev.liveartifacts/idempotencyKey"))
            .toList();
    assertThat(keys).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void a_redirect_to_the_same_server_is_followed_with_its_credential() {
    server.requiring("s3cret");
    McpClient client = client();
    client.call(signedIn("s3cret"), read()).await().atMost(PATIENCE);
    server.next((request, id) ->
        request.response().setStatusCode(307).putHeader("Location", "/moved").end());

    client.call(signedIn("s3cret"), read()).await().atMost(PATIENCE);

    assertThat(server.headers().getLast()).containsEntry("authorization", "Bearer s3cret");
  }

  @Test
  void a_redirect_to_another_server_does_not_carry_the_credential() {
    server.requiring("s3cret");
    McpClient client = client();
    client.call(signedIn("s3cret"), read()).await().atMost(PATIENCE);
    try (McpTestServer other = new McpTestServer()) {
      other.withoutSessions();
      server.next((request, id) ->
          request.response().setStatusCode(307).putHeader("Location", other.endpoint()).end());

      client.call(signedIn("s3cret"), read()).await().atMost(PATIENCE);

      assertThat(other.headers()).hasSize(1);
      assertThat(other.headers().getFirst()).doesNotContainKey("authorization");
    }
  }

  @Test
  void the_connection_goes_to_the_address_that_was_checked_under_the_name_that_was_asked_for() {
    McpTarget named =
        new McpTarget(
            connection, 1, URI.create("http://erp.example:" + server.port() + "/mcp"), null);

    client().call(named, read()).await().atMost(PATIENCE);

    assertThat(server.headers().getLast()).containsEntry("host", "erp.example:" + server.port());
  }

  @Test
  void a_ping_is_answered_and_an_elicitation_declined_while_the_answer_is_awaited() {
    McpClient client = client();
    answer(client, read());
    server.next((request, id) ->
        stream(request.response())
            .end(
                "data: {\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}\n\n"
                    + "data: {\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"elicitation/create\",\"params\":{}}\n\n"
                    + "data: {\"jsonrpc\":\"2.0\",\"id\":10,\"method\":\"roots/list\"}\n\n"
                    + "data: "
                    + message(id, "{\"content\":[]}")
                    + "\n\n"));

    assertThat(answer(client, read())).isEqualTo("{\"content\":[]}");
    await()
        .untilAsserted(() -> {
          List<JsonObject> replies =
              server.received().stream().filter(it -> !it.containsKey("method")).toList();
          assertThat(replies).hasSize(3);
          assertThat(replies)
              .anySatisfy(reply -> {
                assertThat(reply.getValue("id")).isEqualTo("p");
                assertThat(reply.getJsonObject("result")).isEmpty();
              })
              .anySatisfy(reply ->
                  assertThat(reply.getJsonObject("result", new JsonObject()).getString("action"))
                      .isEqualTo("decline"))
              .anySatisfy(reply ->
                  assertThat(reply.getJsonObject("error", new JsonObject()).getInteger("code"))
                      .isEqualTo(-32601));
        });
  }

  @Test
  void who_answers_is_known_by_name_and_version() {
    assertThat(client().greet(target()).await().atMost(PATIENCE))
        .isEqualTo(new ServerInfo("2025-11-25", "test-server"));
  }

  @Test
  void a_credential_is_never_printed() {
    assertThat(signedIn("s3cret").toString()).doesNotContain("s3cret");
  }

  private McpTarget stateless() {
    server.stateless();
    return target();
  }

  private JsonObject lastParams() {
    return server.received().getLast().getJsonObject("params");
  }

  @Test
  void a_stateless_server_is_told_all_in_every_request() {
    McpClient client = client();
    McpTarget target = stateless();
    client.call(target, read()).await().atMost(PATIENCE);

    ToolReply reply = client.call(target, read()).await().atMost(PATIENCE);

    assertThat(new String(reply.json(), StandardCharsets.UTF_8)).contains("hello");
    assertThat(server.methods()).containsExactly("server/discover", "tools/call", "tools/call");
    assertThat(server.headers().getLast())
        .containsEntry("mcp-protocol-version", "2026-07-28")
        .containsEntry("mcp-method", "tools/call")
        .containsEntry("mcp-name", "read")
        .doesNotContainKey("mcp-session-id");
    JsonObject meta = lastParams().getJsonObject("_meta");
    assertThat(meta.getString("io.modelcontextprotocol/protocolVersion")).isEqualTo("2026-07-28");
    assertThat(meta.getJsonObject("io.modelcontextprotocol/clientCapabilities")).isEmpty();
    assertThat(meta.getJsonObject("io.modelcontextprotocol/clientInfo").getString("name"))
        .isEqualTo("live-artifacts");
  }

  @Test
  void a_stateless_server_says_who_it_is_and_lists_its_tools() {
    McpTarget target = stateless();

    assertThat(client().greet(target).await().atMost(PATIENCE))
        .isEqualTo(new ServerInfo("2026-07-28", "test-server"));
    assertThat(client().tools(target).await().atMost(PATIENCE)).hasSize(2);
  }

  @Test
  void a_tool_with_marks_against_the_rules_is_not_offered_by_a_stateless_server() {
    JsonObject bad = new JsonObject().put("type", "number").put("x-mcp-header", "Amount");
    server.schema(
        "read",
        new JsonObject().put("type", "object").put("properties", new JsonObject().put("a", bad)));
    McpTarget target = stateless();

    assertThat(client().tools(target).await().atMost(PATIENCE))
        .extracting(Tool::name)
        .containsExactly("write");
  }

  @Test
  void marked_arguments_travel_as_headers_too() {
    McpTarget target = stateless();
    ToolCall call =
        new ToolCall("read", ExactJson.emptyObject(), true, Map.of("Mcp-Param-Region", "us-west1"));

    client().call(target, call).await().atMost(PATIENCE);

    assertThat(server.headers().getLast()).containsEntry("mcp-param-region", "us-west1");
  }

  @Test
  void a_question_is_declined_and_the_request_tried_again_with_the_servers_own_state() {
    McpClient client = client();
    McpTarget target = stateless();
    server.next((request, id) ->
        json(request.response())
            .end(
                message(
                    id,
                    "{\"resultType\":\"input_required\",\"requestState\":\"s\\u0000\\/1\","
                        + "\"inputRequests\":{\"login\":{\"method\":\"elicitation/create\"},"
                        + "\"dirs\":{\"method\":\"roots/list\"}}}")));

    ToolReply reply = client.call(target, read()).await().atMost(PATIENCE);

    assertThat(new String(reply.json(), StandardCharsets.UTF_8)).contains("hello");
    List<JsonObject> calls = server.receivedOf("tools/call");
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).getValue("id")).isNotEqualTo(calls.get(1).getValue("id"));
    JsonObject again = calls.get(1).getJsonObject("params");
    assertThat(again.getString("requestState")).isEqualTo("s\0/1");
    JsonObject responses = again.getJsonObject("inputResponses");
    assertThat(responses.getJsonObject("login").getString("action")).isEqualTo("decline");
    assertThat(responses.getJsonObject("dirs").getJsonArray("roots")).isEmpty();
  }

  @Test
  void a_question_for_a_model_and_a_server_that_asks_for_ever_end_in_a_failure() {
    McpClient client = client();
    McpTarget target = stateless();
    String question =
        "{\"resultType\":\"input_required\",\"inputRequests\":{\"a\":{\"method\":\"%s\"}}}";
    server.next((request, id) ->
        json(request.response()).end(message(id, question.formatted("sampling/createMessage"))));
    assertThat(failure(client, target, read()))
        .isEqualTo(new McpFailure.NotMcp("asks for something that only a person could answer"));

    for (int i = 0; i < 10; i++) {
      server.next((request, id) ->
          json(request.response()).end(message(id, question.formatted("elicitation/create"))));
    }
    int before = server.calls();
    assertThat(failure(client, target, read()))
        .isEqualTo(new McpFailure.NotMcp("asks again and again instead of answering"));
    assertThat(server.calls() - before).isEqualTo(4);
  }

  @Test
  void a_kind_of_result_that_nobody_knows_is_no_answer() {
    McpClient client = client();
    McpTarget target = stateless();
    server.next(
        (request, id) -> json(request.response()).end(message(id, "{\"resultType\":\"task\"}")));

    assertThat(failure(client, target, read())).isInstanceOf(McpFailure.NotMcp.class);
  }

  @Test
  void leaving_a_stateless_server_closes_the_connection_and_says_nothing_more() {
    McpClient client = hastyClient();
    McpTarget target = stateless();
    client.call(target, read()).await().atMost(PATIENCE);
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    server.next((request, id) -> request.connection().closeHandler(gone -> closed.complete(true)));

    assertThat(failure(client, target, read())).isInstanceOf(McpFailure.TimedOut.class);
    assertThat(closed.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    assertThat(server.methods()).doesNotContain("notifications/cancelled");
  }

  @Test
  void a_server_that_changes_its_era_is_probed_again() {
    McpClient client = client();
    assertThat(answer(client, read())).contains("hello");
    server.stateless();

    assertThat(failure(client, target(), read())).isNotNull();
    assertThat(answer(client, read())).contains("hello");
    assertThat(server.headers().getLast()).containsEntry("mcp-protocol-version", "2026-07-28");
  }

  @Test
  void an_old_server_that_falls_over_or_falls_silent_at_the_new_question_is_greeted_the_old_way() {
    server.atDiscover((request, id) -> request.response().setStatusCode(500).end());
    assertThat(answer(client(), read())).contains("hello");

    server.atDiscover((request, id) -> {});
    assertThat(answer(client(), read())).contains("hello");
  }

  @Test
  void a_server_of_both_eras_is_spoken_to_in_the_newer() {
    server.bothEras();

    assertThat(answer(client(), read())).contains("hello");
    assertThat(server.greetings()).isZero();
  }

  @Test
  void a_server_that_cannot_prove_its_name_is_not_asked(@TempDir Path directory) throws Exception {
    Path keys = directory.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=erp.example",
                "-ext",
                "san=dns:erp.example",
                "-keystore",
                keys.toString(),
                "-storepass",
                "secret")
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer imposter =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PfxOptions().setPath(keys.toString()).setPassword("secret")))
            .requestHandler(request -> asked.add(request.uri()))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    URI endpoint = URI.create("https://erp.example:" + imposter.actualPort() + "/mcp");

    assertThat(failure(client(), new McpTarget(connection, 1, endpoint, null), read()))
        .isEqualTo(new McpFailure.Unreachable("cannot prove its name by TLS"));
    assertThat(asked).isEmpty();
  }

  private void refusing(int code, String data) {
    server.next((request, id) ->
        json(request.response().setStatusCode(400))
            .end(
                "{\"jsonrpc\":\"2.0\",\"id\":"
                    + id
                    + ",\"error\":{\"code\":"
                    + code
                    + ",\"message\":\"No\",\"data\":"
                    + data
                    + "}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "write"})
  void a_server_that_refuses_the_version_that_it_names_gets_a_second_chance(String tool) {
    McpClient client = client();
    McpTarget target = stateless();
    client.greet(target).await().atMost(PATIENCE);
    refusing(-32022, "{\"supported\":[\"2026-07-28\"],\"requested\":\"2026-07-28\"}");

    client.call(target, call(tool, tool.equals("read"))).await().atMost(PATIENCE);

    assertThat(server.calls()).isEqualTo(2);
  }

  @Test
  void a_server_that_wants_more_of_a_client_is_told_from_others() {
    McpClient client = client();
    McpTarget target = stateless();
    refusing(-32021, "{\"requiredCapabilities\":{\"sampling\":{}}}");

    assertThat(failure(client, target, read()))
        .isEqualTo(new McpFailure.CapabilityMissing(List.of("sampling")));
  }

  @Test
  void headers_that_do_not_fit_any_more_are_made_anew_for_a_call_that_reads() throws Exception {
    server.schema(
        "read",
        new JsonObject(
            "{\"type\":\"object\",\"properties\":{\"region\":"
                + "{\"type\":\"string\",\"x-mcp-header\":\"Region\"}}}"));
    McpClient client = client();
    McpTarget target = stateless();
    ToolCall old = new ToolCall("read", ExactJson.object("{\"region\":\"eu\"}"), true, Map.of());
    refusing(-32020, "null");

    client.call(target, old).await().atMost(PATIENCE);

    assertThat(server.calls()).isEqualTo(2);
    assertThat(server.headers())
        .anySatisfy(headers -> assertThat(headers).containsEntry("mcp-param-region", "eu"));
  }

  @Test
  void of_two_answers_the_first_counts_and_the_second_reaches_nobody() {
    McpClient client = client();
    server.next((request, id) ->
        stream(request.response())
            .end(
                "data: "
                    + message(id, "{\"a\":1}")
                    + "\n\ndata: "
                    + message(id, "{\"a\":2}")
                    + "\n\n"));

    assertThat(answer(client, read())).isEqualTo("{\"a\":1}");
    assertThat(answer(client, read())).contains("hello");
  }

  @Test
  void a_tool_whose_name_holds_control_characters_is_not_offered() {
    server.readOnly("re\u0007ad", arguments -> "{}").readOnly("a\nb", arguments -> "{}");

    assertThat(client().tools(target()).await().atMost(PATIENCE))
        .extracting(Tool::name)
        .containsExactly("read", "write");
  }

  @Test
  void a_schema_that_refers_to_itself_and_to_the_network_is_kept_and_not_followed() {
    JsonObject schema =
        new JsonObject(
            "{\"$ref\":\"#\",\"properties\":{\"next\":{\"$ref\":\"#\"},\"far\":{\"$ref\":\""
                + server.endpoint()
                + "/schema\"}}}");
    server.schema("read", schema);

    List<Tool> tools = client().tools(target()).await().atMost(PATIENCE);

    assertThat(tools.getFirst().inputSchema()).hasToString(schema.encode());
    assertThat(server.methods())
        .containsExactly(
            "server/discover", "initialize", "notifications/initialized", "tools/list");
  }

  private McpFailure listing(String tools) {
    answer(client(), read());
    server.always((request, id) ->
        json(request.response())
            .end(message(id, "{\"protocolVersion\":\"2025-11-25\",\"tools\":[" + tools + "]}")));
    try {
      client().tools(target()).await().atMost(PATIENCE);
    } catch (McpException e) {
      return e.failure();
    }
    throw new AssertionError("The listing did not fail");
  }

  @Test
  void a_schema_without_a_bottom_is_refused() {
    String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);

    assertThat(listing("{\"name\":\"deep\",\"inputSchema\":" + deep + "}"))
        .isInstanceOf(McpFailure.NotMcp.class);
  }

  @Test
  void ten_thousand_tools_on_one_page_are_refused() {
    String tools =
        String.join(
            ",", IntStream.range(0, 10_000).mapToObj(i -> "{\"name\":\"t" + i + "\"}").toList());

    assertThat(listing(tools)).isEqualTo(new McpFailure.NotMcp("offers more than 50 tools"));
  }
}
