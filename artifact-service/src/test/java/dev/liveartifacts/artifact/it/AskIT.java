package dev.liveartifacts.artifact.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AskIT extends RunningService {
  private static final String MESSAGES = "/v1/messages";

  private static final WireMockServer CLAUDE =
      new WireMockServer(
          WireMockConfiguration.options().port(config("live.claude.base-url").getPort()));

  @BeforeAll
  static void startClaude() {
    CLAUDE.start();
  }

  @AfterAll
  static void stopClaude() {
    CLAUDE.stop();
  }

  @BeforeEach
  void claudeAnswers() {
    CLAUDE.resetAll();
    CLAUDE.stubFor(post(MESSAGES).willReturn(message("All is well.", "end_turn", 20)));
  }

  @Test
  void row_17_claude_gets_one_turn_without_tools_and_the_data_fenced_ahead() {
    String id = create("ada");

    ask(id, "Summarise", List.of("plain", Map.of("n", 1)))
        .then()
        .statusCode(200)
        .body("text", Matchers.equalTo("All is well."))
        .body("isError", Matchers.nullValue());

    CLAUDE.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withHeader("Authorization", equalTo("Bearer sk-very-secret"))
            .withHeader("anthropic-version", matching("20\\d\\d-\\d\\d-\\d\\d"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("claude-haiku-4-5")))
            .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("4096")))
            .withRequestBody(matchingJsonPath("$[?(@.messages.length() == 1)]"))
            .withRequestBody(matchingJsonPath("$[?(!(@.tools))]"))
            .withRequestBody(matchingJsonPath("$[?(!(@.stream))]"))
            .withRequestBody(matchingJsonPath("$.messages[0].role", equalTo("user"))));
    assertThat(sent().getFirst())
        .matches(
            "(?s).*<data-[0-9a-f]{16} index=.\"1.\">.nplain.*index=.\"2.\">.n\\{.\"n.\":1}.*Summarise\".*");
  }

  @Test
  void the_same_question_is_asked_once_and_only_for_the_same_person() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");

    for (String person : List.of("ben", "ben", "cleo", "cleo")) {
      ask(person, id, "Summarise", List.of("a"))
          .then()
          .body("text", Matchers.equalTo("All is well."));
    }
    ask("ben", id, "Summarise", List.of("b")).then().statusCode(200);

    assertThat(sent()).hasSize(3);
  }

  @Test
  void a_page_asks_one_question_at_a_time() {
    String id = create("ada");
    CLAUDE.stubFor(post(MESSAGES).willReturn(message("Slow.", "end_turn", 1).withFixedDelay(150)));

    try (ExecutorService page = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 4; n++) {
        String prompt = "Question " + n;
        page.execute(() -> ask(id, prompt, List.of()));
      }
    }

    List<Long> times =
        CLAUDE.getAllServeEvents().stream()
            .map(event -> event.getRequest().getLoggedDate().getTime())
            .sorted()
            .toList();
    assertThat(times).hasSize(4);
    assertThat(
            IntStream.range(1, 4).mapToLong(n -> times.get(n) - times.get(n - 1)).min().orElse(0))
        .isGreaterThanOrEqualTo(140);
  }

  @Test
  void hundreds_of_kilobytes_of_data_are_taken_and_more_than_the_limit_is_said() {
    String id = create("ada");

    ask(id, "Classify", List.of("x".repeat(900_000)))
        .then()
        .body("text", Matchers.equalTo("All is well."));
    ask(id, "Classify", List.of("x".repeat(1_048_576)))
        .then()
        .statusCode(200)
        .body("isError", Matchers.is(true))
        .body("text", Matchers.containsString("1,048,576 characters"));
  }

  @Test
  void what_goes_wrong_is_a_sentence_and_nothing_of_it_is_kept() {
    String id = create("ada");
    Map<ResponseDefinitionBuilder, String> failures =
        Map.of(
            error(401, "authentication_error"), "set a valid LIVE_CLAUDE_API_KEY",
            error(404, "not_found_error"), "no model 'claude-haiku-4-5'",
            error(400, "invalid_request_error"), "Send less data",
            error(429, "rate_limit_error").withHeader("retry-after", "17"), "Try again in 17 s",
            error(529, "overloaded_error"), "overloaded right now",
            error(500, "api_error"), "Claude's endpoint failed",
            message("Half", "max_tokens", 1), "longer than 4,096 tokens",
            message("", "refusal", 1), "declined",
            aResponse().withStatus(200).withFixedDelay(5_000), "did not answer in time",
            aResponse().withStatus(200).withBody("nonsense"), "Try again");

    failures.forEach((failure, sentence) -> {
      CLAUDE.stubFor(post(MESSAGES).willReturn(failure));
      ask(id, "Summarise", List.of())
          .then()
          .statusCode(200)
          .body("isError", Matchers.is(true))
          .body("text", Matchers.containsString(sentence));
    });
    CLAUDE.stubFor(post(MESSAGES).willReturn(message("Now.", "end_turn", 1)));
    ask(id, "Summarise", List.of()).then().body("text", Matchers.equalTo("Now."));
  }

  @Test
  void a_moment_of_overload_is_waited_for_once() {
    String id = create("ada");
    CLAUDE.stubFor(
        post(MESSAGES)
            .inScenario("overload")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(error(529, "overloaded_error"))
            .willSetStateTo("over"));
    CLAUDE.stubFor(
        post(MESSAGES)
            .inScenario("overload")
            .whenScenarioStateIs("over")
            .willReturn(message("Here.", "end_turn", 1)));

    ask(id, "Summarise", List.of()).then().body("text", Matchers.equalTo("Here."));
  }

  @Test
  void row_17_a_budget_ends_and_the_administrator_sees_what_is_left() {
    String id = createGranted("ben");
    CLAUDE.stubFor(post(MESSAGES).willReturn(message("Dear.", "end_turn", 990)));
    ask("ben", id, "One", List.of()).then().body("text", Matchers.equalTo("Dear."));

    ask("ben", id, "Two", List.of())
        .then()
        .body("isError", Matchers.is(true))
        .body("text", Matchers.containsString("1,000 tokens"));

    as("ada")
        .get("/api/asks/budgets")
        .then()
        .statusCode(200)
        .body("[0].artifactId", Matchers.equalTo(id))
        .body("[0].title", Matchers.equalTo("Open pipeline"))
        .body("[0].personName", Matchers.equalTo("Ben Okri"))
        .body("[0].tokensUsed", Matchers.equalTo(1_000))
        .body("[0].tokensLeft", Matchers.equalTo(0))
        .body("[0].resetsAt", Matchers.endsWith("T00:00:00Z"));
    as("ben").get("/api/asks/budgets").then().statusCode(403);
  }

  @Test
  void row_20_neither_key_nor_question_nor_answer_appear_in_logs_or_errors() {
    String id = create("ada");
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler ear = ear(logged);
    Logger.getLogger("").addHandler(ear);
    try {
      CLAUDE.stubFor(
          post(MESSAGES)
              .willReturn(
                  jsonResponse(
                      "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"bad sk-very-secret for secret-question\"}}",
                      401)));
      Response refused = ask(id, "secret-question", List.of("secret-datum"));
      CLAUDE.stubFor(post(MESSAGES).willReturn(message("secret-answer", "end_turn", 1)));
      ask(id, "secret-question", List.of("secret-datum"));

      assertThat(refused.asString()).doesNotContain("sk-very-secret");
      assertThat(logged).isNotEmpty().noneMatch(line -> line.contains("secret"));
    } finally {
      Logger.getLogger("").removeHandler(ear);
    }
  }

  @Test
  void what_is_no_question_or_not_theirs_is_refused() {
    String id = create("ben");

    as("ben").body("{\"data\":[]}").post("/api/artifacts/{id}/ask", id).then().statusCode(400);
    as("ben").body("{").post("/api/artifacts/{id}/ask", id).then().statusCode(400);
    ask("cleo", id, "Summarise", List.of()).then().statusCode(404);
    assertThat(sent()).isEmpty();
  }

  private Response ask(String id, String prompt, List<?> data) {
    return ask("ada", id, prompt, data);
  }

  private Response ask(String person, String id, String prompt, List<?> data) {
    return as(person)
        .body(Map.of("prompt", prompt, "data", data))
        .post("/api/artifacts/{id}/ask", id);
  }

  private List<String> sent() {
    return new ArrayList<>(
        CLAUDE.getAllServeEvents().stream()
            .map(event -> event.getRequest().getBodyAsString())
            .toList());
  }

  private static ResponseDefinitionBuilder message(String text, String stop, int outputTokens) {
    return jsonResponse(
        """
        {"id":"msg_013Zva2CMHLNnXjNJJKqJ2EF","type":"message","role":"assistant",
         "model":"claude-haiku-4-5-20251001","content":[{"type":"text","text":"%s"}],
         "stop_reason":"%s","stop_sequence":null,
         "usage":{"input_tokens":10,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,
                  "output_tokens":%d,"service_tier":"standard"}}
        """
            .formatted(text, stop, outputTokens),
        200);
  }

  private static ResponseDefinitionBuilder error(int status, String type) {
    return jsonResponse(
        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"It says so\"},\"request_id\":\"req_1\"}"
            .formatted(type),
        status);
  }

  private static Handler ear(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord one) {
        logged.add(
            one.getMessage()
                + " "
                + List.of(one.getParameters() == null ? new Object[0] : one.getParameters())
                + " "
                + one.getThrown());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
