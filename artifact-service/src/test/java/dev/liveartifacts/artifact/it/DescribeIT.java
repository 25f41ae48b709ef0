package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.infra.claude.Reply;
import dev.liveartifacts.infra.claude.ScriptedClaude;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class DescribeIT extends RunningService {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String READS = "mcp__acme-crm__list_deals";
  private static final String PROBED =
      """
      {"answer":{"outcome":"fresh","result":{"structuredContent":{"deals":[{"id":"D-1"}]}}},
       "rows":{"path":"deals","source":"structured","count":48},
       "fields":[{"path":"id","type":"string","examples":["D-1"]}]}
      """;
  private static ScriptedClaude claude = new ScriptedClaude(0);

  @BeforeAll
  static void startClaude() {
    claude.close();
    claude = new ScriptedClaude(config("live.claude.base-url").getPort());
  }

  @AfterAll
  static void stopClaude() {
    claude.close();
  }

  @BeforeEach
  void dealsCanBeProbed() {
    connectors.on("POST /api/connectors/" + CRM + "/probe", FakeService.Reply.json(PROBED));
  }

  @Test
  void claude_looks_tries_writes_and_the_page_is_saved_without_a_grant() {
    claude.script(
        Reply.uses("list_connectors", "{}").saying("I look at what you have."),
        Reply.uses("list_tools", "{\"connector\":\"acme-crm\"}"),
        probe(),
        write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals, please"));
    List<Onlooker.Seen> seen = follow("ada", id, good("ada", id));

    assertThat(Onlooker.words(seen))
        .contains("Looking at your connectors")
        .contains("Acme CRM offers")
        .contains("Found 48 rows")
        .contains("Writing the page")
        .contains("in your browser");
    assertThat(Onlooker.named(seen, "text").getFirst().data().get("text").asText())
        .isEqualTo("I look at what you have.");
    JsonNode done = Onlooker.named(seen, "done").getFirst().data();
    assertThat(done.get("title").asText()).isEqualTo("Open deals");
    assertThat(done.get("notes")).isEmpty();
    JsonNode cost = Onlooker.named(seen, "cost").getLast().data();
    assertThat(cost.get("tokens").asLong()).isEqualTo(4 * (1200 + 300 + 500 + 800));
    assertThat(cost.get("dollars").asDouble()).isPositive();

    ValidatableResponse saved = accept("ada", id, Map.of()).statusCode(200);
    String artifact = saved.extract().path("artifactId");
    accept("ada", id, Map.of()).body("artifactId", Matchers.equalTo(artifact));
    as("ada")
        .get("/api/artifacts/{id}", artifact)
        .then()
        .body("title", Matchers.equalTo("Open deals"))
        .body("tools[0].name", Matchers.equalTo(READS))
        .body("tools[0].connectorId", Matchers.equalTo(CRM.toString()))
        .body("tools[0].state", Matchers.equalTo("requested"));
    as("ada").get("/api/artifacts").then().body("size()", Matchers.equalTo(1));
  }

  @Test
  void the_page_is_seen_while_it_grows_and_whoever_comes_back_goes_on_from_there() {
    CountDownLatch gate = new CountDownLatch(1);
    String html = page(READS).replace("<p>", "<p>" + "x".repeat(2_000));
    claude.script(write(html).waitingFor(gate));
    String id = describe("ada", Map.of("text", "Open deals"));

    StringBuilder growing = new StringBuilder();
    List<Onlooker.Seen> seen =
        follow(
            "ada",
            id,
            (name, data) -> {
              if (name.equals("page") && !data.has("whole")) {
                growing.append(data.get("html").asText());
                gate.countDown();
              }
              good("ada", id).accept(name, data);
            });

    assertThat(growing.toString()).isEqualTo(html);
    int middle = Onlooker.named(seen, "page").getFirst().id();
    List<Onlooker.Seen> again = onlooker("ada").follow(id, middle, (name, data) -> {});
    assertThat(again).isEqualTo(seen.subList(seen.size() - again.size(), seen.size()));
    assertThat(again)
        .allMatch(one -> one.id() > middle)
        .last()
        .matches(e -> e.name().equals("done"));
  }

  @Test
  void row_17_what_comes_from_connectors_and_pages_is_fenced_and_no_tool_writes() throws Exception {
    claude.script(
        Reply.uses("list_tools", "{\"connector\":\"acme-crm\"}"), probe(), write(page(READS)));

    String id = describe("ada", Map.of("text", "Ignore nothing"));
    follow("ada", id, good("ada", id));

    JsonNode last = JSON.readTree(claude.asked().getLast());
    String mark = mark(last);
    assertThat(last.get("messages").get(0).get("content").asText()).isEqualTo("Ignore nothing");
    assertThat(results(last))
        .hasSize(2)
        .allSatisfy(
            result -> assertThat(result).matches("(?s).*<" + mark + ">\n.*\n</" + mark + ">"));
    assertThat(last.get("tools").valueStream().map(tool -> tool.get("name").asText()))
        .containsExactly(
            "list_connectors", "list_tools", "probe_tool", "write_page", "change_page");
    assertThat(connectors.asked("POST /api/connectors/" + CRM + "/probe")).hasSize(1);
    assertThat(connectors.asked("POST /calls")).isEmpty();
  }

  static List<Reply> unusable() {
    String whole = page(READS);
    return List.of(
        write(whole.substring(0, whole.indexOf("</script>\n</body>"))),
        write(whole.replace("</body></html>", "")),
        write("Here is your page!"),
        write(""),
        write(whole.replace("</p>", "</p></section></i>")),
        write(whole.replace("\"mcpTools\"", "mcpTools")));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void a_page_that_is_cut_off_or_not_html_is_mended(Reply wrong) {
    claude.script(wrong, write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen = follow("ada", id, good("ada", id));

    assertThat(Onlooker.words(seen)).contains("Mending");
    assertThat(Onlooker.named(seen, "done").getFirst().data().get("notes")).isEmpty();
    accept("ada", id, Map.of()).statusCode(200);
  }

  @Test
  void a_page_that_is_saved_from_several_tabs_at_once_is_saved_once() {
    claude.script(write(page(READS)));
    String id = describe("ada", Map.of("text", "Open deals"));
    follow("ada", id, good("ada", id));

    List<Integer> answers =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(tab -> accept("ada", id, Map.of()).extract().statusCode())
            .toList();

    assertThat(answers).contains(200).isSubsetOf(200, 409);
    as("ada").get("/api/artifacts").then().body("", Matchers.hasSize(1));
  }

  @Test
  void what_the_browser_finds_is_told_to_claude_and_what_stays_amiss_is_told_to_the_person() {
    claude.script(
        write(page(READS)),
        change("Deals", "All deals"),
        change("All deals", "Every deal"),
        change("Every", "Each"));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen =
        follow(
            "ada",
            id,
            (name, data) -> {
              if (data.has("whole")) {
                verify(
                    "ada",
                    id,
                    data,
                    List.of(Map.of("level", "error", "text", "ReferenceError: nope")));
              }
            });

    assertThat(claude.asked()).hasSize(4);
    assertThat(claude.asked().getLast())
        .contains("ReferenceError: nope")
        .contains("Mend what is wrong");
    JsonNode done = Onlooker.named(seen, "done").getFirst().data();
    assertThat(done.get("notes").toString()).contains("ReferenceError: nope");
  }

  @Test
  void a_page_that_no_browser_shows_is_done_and_says_so() {
    claude.script(write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen = follow("ada", id, (name, data) -> {});

    assertThat(Onlooker.named(seen, "done").getFirst().data().get("notes").toString())
        .contains("was not tried out");
  }

  @Test
  void a_moment_of_overload_is_waited_for_in_whatever_form_it_comes() {
    claude.script(
        Reply.fails(529, "overloaded_error"),
        Reply.overloadedMeanwhile("I begin"),
        Reply.breaksOff("write_page", "{\"html\":\"<p>half"),
        write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen = follow("ada", id, good("ada", id));

    assertThat(Onlooker.words(seen)).contains("Claude is busy; asking again in 2 s");
    assertThat(seen.getLast().name()).isEqualTo("done");
    assertThat(claude.asked()).hasSize(4).allMatch(body -> body.equals(claude.asked().getFirst()));
  }

  @Test
  void what_cannot_be_is_said_in_a_sentence() {
    Map<Reply, String> failures = new HashMap<>();
    failures.put(Reply.refuses(), "declined");
    failures.put(Reply.fails(401, "authentication_error"), "LIVE_CLAUDE_API_KEY");
    failures.put(Reply.fails(404, "not_found_error"), "LIVE_AUTHORING_MODEL");
    failures.forEach((reply, words) -> {
      claude.script(reply);
      List<Onlooker.Seen> seen =
          follow("ada", describe("ada", Map.of("text", "Open deals")), (name, data) -> {});
      assertThat(seen.getLast().name()).isEqualTo("failed");
      assertThat(seen.getLast().data().get("problem").asText()).contains(words);
    });
  }

  @Test
  void an_answer_that_is_too_long_is_asked_for_once_more_and_then_given_up() {
    Reply endless = Reply.cutOff("write_page", "{\"html\":\"<!doctype html><p>and so on");
    claude.script(endless, endless);

    String id = describe("ada", Map.of("text", "Everything"));
    List<Onlooker.Seen> seen = follow("ada", id, (name, data) -> {});

    assertThat(claude.asked().getLast())
        .contains("cut off and thrown away")
        .doesNotContain("toolu_");
    assertThat(seen.getLast().data().get("problem").asText()).contains("32,000 tokens");
    accept("ada", id, Map.of()).statusCode(409);
  }

  @Test
  void row_16_a_page_gets_no_tool_that_it_must_not_have_however_it_asks() {
    String greedy = page(READS, "mcp__acme-crm__move_deal", "mcp__payroll__list_salaries");
    claude.script(write(greedy), write(greedy), write(greedy), write(greedy));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen =
        follow(
            "ada",
            id,
            (name, data) -> {
              if (data.has("whole")) {
                rehearse(id, "mcp__payroll__list_salaries")
                    .body("result.content[0].text", Matchers.containsString("mcp_tools allowlist"));
                rehearse(id, "mcp__acme-crm__move_deal")
                    .body("error.code", Matchers.equalTo("approval_required"));
                rehearse(id, READS).body("outcome", Matchers.equalTo("fresh"));
                verify("ada", id, data, List.of());
              }
            });

    assertThat(connectors.asked("POST /calls"))
        .allMatch(call -> call.body().contains("list_deals"))
        .allMatch(call -> call.body().contains("\"confirmed\":false"));
    assertThat(claude.asked().getLast()).contains("No connector that may be used has this tool");
    JsonNode done = Onlooker.named(seen, "done").getFirst().data();
    assertThat(done.get("tools").get(2).get("problem").asText()).contains("No connector");
    String artifact = accept("ada", id, Map.of()).extract().path("artifactId");
    as("ada")
        .get("/api/artifacts/{id}", artifact)
        .then()
        .body("tools.state", Matchers.contains("requested", "requested", "unmapped"));
  }

  @Test
  void connectors_that_were_not_chosen_are_neither_shown_nor_called() {
    claude.script(
        Reply.uses("list_connectors", "{}").andUses("list_tools", "{\"connector\":\"acme-crm\"}"),
        write(page(READS)),
        write(page(READS)),
        write(page(READS)),
        write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals", "connectors", List.of()));
    List<Onlooker.Seen> seen = follow("ada", id, good("ada", id));

    assertThat(claude.asked().get(1))
        .contains("No connector may be used")
        .doesNotContain("move_deal");
    assertThat(
            Onlooker.named(seen, "done")
                .getFirst()
                .data()
                .get("tools")
                .get(0)
                .get("problem")
                .asText())
        .contains("was not chosen");
    rehearse(id, READS).body("outcome", Matchers.equalTo("failed"));
    assertThat(connectors.asked("POST /calls")).isEmpty();
  }

  @Test
  void claude_asks_and_the_person_answers() {
    claude.script(Reply.says("Which quarter do you mean?"), write(page(READS)));

    String id = describe("ada", Map.of("text", "Deals of the quarter"));
    List<Onlooker.Seen> seen =
        follow(
            "ada",
            id,
            (name, data) -> {
              if (name.equals("question")) {
                as("ada")
                    .body(Map.of("number", data.get("number").asInt(), "text", "The third"))
                    .post("/api/descriptions/{id}/answers", id)
                    .then()
                    .statusCode(204);
              }
              good("ada", id).accept(name, data);
            });

    assertThat(Onlooker.named(seen, "question").getFirst().data().get("text").asText())
        .isEqualTo("Which quarter do you mean?");
    assertThat(claude.asked().getLast()).contains("The third");
    assertThat(seen.getLast().name()).isEqualTo("done");
  }

  @Test
  void a_change_is_a_version_with_its_summary_and_keeps_what_was_granted() {
    String artifact = createGranted("ben");
    claude.script(change("<p>Deals</p>", "<p>All deals</p>"));

    String id =
        describe(
            "ben",
            Map.of(
                "text",
                "Say that it is all of them",
                "artifactId",
                artifact,
                "element",
                Map.of("selector", "p", "text", "Deals", "html", "<p>Deals</p>")));
    follow("ben", id, good("ben", id));

    String asked = claude.asked().getFirst();
    assertThat(asked).contains("I point at this element").contains("What I want changed");
    accept("ben", id, Map.of()).body("version", Matchers.equalTo(2));
    as("ben")
        .get("/api/artifacts/{id}/versions", artifact)
        .then()
        .body("[0].summary", Matchers.equalTo("Changed as you said"));
    as("ben")
        .get("/api/artifacts/{id}", artifact)
        .then()
        .body("tools.state", Matchers.contains("granted", "granted"));
  }

  @Test
  void nobody_overwrites_unawares_what_another_has_saved_meanwhile() {
    String artifact = create("ben");
    claude.script(change("<p>Deals</p>", "<p>All deals</p>"));
    String id = describe("ben", Map.of("text", "All of them", "artifactId", artifact));
    follow("ben", id, good("ben", id));
    as("ben")
        .body(Map.of("html", "<p>Another</p>", "summary", "Another"))
        .post("/api/artifacts/{id}/versions", artifact)
        .then()
        .statusCode(201);

    accept("ben", id, Map.of())
        .statusCode(409)
        .body("detail", Matchers.containsString("version 2"));
    accept("ben", id, Map.of("overwrite", true)).body("version", Matchers.equalTo(3));
  }

  @Test
  void row_11_a_description_is_its_authors_alone_and_only_an_editor_changes_an_artifact() {
    claude.script(write(page(READS)));
    String id = describe("ada", Map.of("text", "Open deals"));
    follow("ada", id, good("ada", id));
    String artifact = create("ben");
    share("ben", artifact, "cleo@acme.test", "viewer");

    assertThat(follow("cleo", id, (name, data) -> {}))
        .singleElement()
        .matches(one -> one.data().get("state").asText().equals("unknown"));
    as("cleo").delete("/api/descriptions/{id}", id).then().statusCode(404);
    accept("cleo", id, Map.of()).statusCode(404);
    as("cleo")
        .body(Map.of("name", READS))
        .post("/api/descriptions/{id}/calls", id)
        .then()
        .statusCode(404);
    as("cleo")
        .body(Map.of("number", 1, "text", "x"))
        .post("/api/descriptions/{id}/answers", id)
        .then()
        .statusCode(409);
    wanted("cleo", Map.of("text", "Mine", "artifactId", artifact)).statusCode(403);
    wanted("ada", Map.of("text", "Mine", "artifactId", artifact)).statusCode(404);
  }

  @Test
  void what_is_cancelled_stops_and_cannot_be_saved() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    claude.script(write(page(READS)).waitingFor(never));
    String id = describe("ada", Map.of("text", "Open deals"));

    List<Onlooker.Seen> seen =
        follow(
            "ada",
            id,
            (name, data) -> {
              if (name.equals("page")) {
                as("ada").delete("/api/descriptions/{id}", id).then().statusCode(204);
              }
            });
    never.countDown();

    assertThat(seen.getLast().name()).isEqualTo("over");
    assertThat(seen.getLast().data().get("state").asText()).isEqualTo("cancelled");
    accept("ada", id, Map.of()).statusCode(409);
  }

  @Test
  void whoever_follows_a_page_whose_server_died_is_told() throws SQLException {
    UUID id = UUID.randomUUID();
    as("ada").get("/api/me").then().statusCode(200);
    try (Connection database = infra.database("artifact").connect();
        PreparedStatement orphan =
            database.prepareStatement(
                """
                insert into description (id, person_id, wish, sources, state, alive_at, created_at)
                select ?, id, 'x', '{}', 'working', now() - interval '1 minute', now() from person
                """)) {
      orphan.setObject(1, id);
      orphan.executeUpdate();
    }

    List<Onlooker.Seen> seen = follow("ada", id.toString(), (name, data) -> {});

    assertThat(seen.getLast().name()).isEqualTo("failed");
    assertThat(seen.getLast().data().get("problem").asText()).contains("has stopped");
  }

  @Test
  void a_page_has_a_budget_and_so_has_a_day() throws SQLException {
    Reply looks = Reply.uses("list_connectors", "{}");
    claude.script(looks, looks, looks, looks, looks, looks, looks, looks);

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen = follow("ada", id, (name, data) -> {});

    assertThat(seen.getLast().data().get("problem").asText()).contains("used up");
    assertThat(claude.asked()).hasSize(6);
    try (Connection database = infra.database("artifact").connect();
        var statement = database.createStatement()) {
      statement.executeUpdate("update description set tokens = 5000000");
    }
    as("ada")
        .get("/api/descriptions")
        .then()
        .body("ready", Matchers.is(false))
        .body("tokensLeft", Matchers.equalTo(0))
        .body("sentence", Matchers.containsString("LIVE_AUTHORING_TOKENS_PER_DAY"));
    wanted("ada", Map.of("text", "More")).statusCode(409);
    as("ben").get("/api/descriptions").then().body("ready", Matchers.is(true));
  }

  private String describe(String person, Map<String, ?> wish) {
    return wanted(person, wish).statusCode(201).extract().path("id");
  }

  private ValidatableResponse wanted(String person, Map<String, ?> wish) {
    return as(person).body(wish).post("/api/descriptions").then();
  }

  private ValidatableResponse accept(String person, String id, Map<String, ?> wish) {
    return as(person).body(wish).post("/api/descriptions/{id}/accept", id).then();
  }

  private ValidatableResponse rehearse(String id, String tool) {
    return as("ada")
        .body(Map.of("name", tool, "args", Map.of(), "confirmed", true))
        .post("/api/descriptions/{id}/calls", id)
        .then()
        .statusCode(200);
  }

  private List<Onlooker.Seen> follow(String person, String id, BiConsumer<String, JsonNode> each) {
    return onlooker(person).follow(id, each);
  }

  private Onlooker onlooker(String person) {
    return new Onlooker(app, infra.signIn().accessToken(person));
  }

  /** A browser that shows each page and finds nothing wrong. */
  private BiConsumer<String, JsonNode> good(String person, String id) {
    return (name, data) -> {
      if (data.has("whole")) {
        verify(person, id, data, List.of());
      }
    };
  }

  private void verify(String person, String id, JsonNode page, List<?> console) {
    as(person)
        .body(
            Map.of(
                "round", page.get("round").asInt(),
                "console", console,
                "calls", List.of(Map.of("name", READS)),
                "blocked", List.of(),
                "empty", false))
        .post("/api/descriptions/{id}/verification", id)
        .then()
        .statusCode(204);
  }

  private static Reply probe() {
    return Reply.uses(
        "probe_tool",
        "{\"connector\":\"acme-crm\",\"tool\":\"list_deals\",\"arguments\":{\"stage\":\"open\"}}");
  }

  private static Reply write(String html) {
    return Reply.uses(
        "write_page",
        json(Map.of("title", "Open deals", "summary", "All open deals", "html", html)));
  }

  private static Reply change(String find, String replace) {
    return Reply.uses(
        "change_page",
        json(
            Map.of(
                "summary",
                "Changed as you said",
                "changes",
                List.of(Map.of("find", find, "replace", replace)))));
  }

  private static String page(String... tools) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Open deals</title>
    <script type="application/json" id="cowork-artifact-meta">{"name":"Open deals","schemaVersion":1,"mcpTools":%s}</script>
    </head><body><h1>Open</h1><p>Deals</p>
    <script>window.cowork.callMcpTool("%s", {});</script>
    </body></html>\
    """
        .formatted(json(tools), tools[0]);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mark(JsonNode asked) {
    var found =
        Pattern.compile("data-[0-9a-f]{12}")
            .matcher(asked.get("system").get(0).get("text").asText());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private static List<String> results(JsonNode asked) {
    return asked.get("messages").findValues("content").stream()
        .filter(JsonNode::isArray)
        .flatMap(JsonNode::valueStream)
        .filter(block -> block.path("type").asText().equals("tool_result"))
        .map(block -> block.get("content").asText())
        .toList();
  }
}
