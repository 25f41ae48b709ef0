package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.infra.claude.Reply;
import dev.liveartifacts.infra.claude.ScriptedClaude;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Descriptions that are followed as a browser follows them, with a scripted Claude. */
class DescribingService extends RunningService {
  static final JsonMapper JSON = new JsonMapper();
  static final String READS = "mcp__acme-crm__list_deals";
  static final String PROBED =
      """
      {"answer":{"outcome":"fresh","result":{"structuredContent":{"deals":[{"id":"D-1"}]}}},
       "rows":{"path":"deals","source":"structured","count":48},
       "fields":[{"path":"id","type":"string","examples":["D-1"]}]}
      """;
  static ScriptedClaude claude = new ScriptedClaude(0);

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

  String describe(String person, Map<String, ?> wish) {
    return wanted(person, wish).statusCode(201).extract().path("id");
  }

  ValidatableResponse wanted(String person, Map<String, ?> wish) {
    return as(person).body(wish).post("/api/descriptions").then();
  }

  ValidatableResponse accept(String person, String id, Map<String, ?> wish) {
    return as(person).body(wish).post("/api/descriptions/{id}/accept", id).then();
  }

  ValidatableResponse rehearse(String id, String tool) {
    return as("ada")
        .body(Map.of("name", tool, "args", Map.of(), "confirmed", true))
        .post("/api/descriptions/{id}/calls", id)
        .then()
        .statusCode(200);
  }

  List<Onlooker.Seen> follow(String person, String id, BiConsumer<String, JsonNode> each) {
    return onlooker(person).follow(id, each);
  }

  Onlooker onlooker(String person) {
    return new Onlooker(app, infra.signIn().accessToken(person));
  }

  /** A browser that shows each page and finds nothing wrong. */
  BiConsumer<String, JsonNode> good(String person, String id) {
    return (name, data) -> {
      if (data.has("whole")) {
        verify(person, id, data, List.of());
      }
    };
  }

  void verify(String person, String id, JsonNode page, List<?> console) {
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

  static Reply probe() {
    return Reply.uses(
        "probe_tool",
        "{\"connector\":\"acme-crm\",\"tool\":\"list_deals\",\"arguments\":{\"stage\":\"open\"}}");
  }

  static Reply write(String html) {
    return Reply.uses(
        "write_page",
        json(Map.of("title", "Open deals", "summary", "All open deals", "html", html)));
  }

  static Reply change(String find, String replace) {
    return Reply.uses(
        "change_page",
        json(
            Map.of(
                "summary",
                "Changed as you said",
                "changes",
                List.of(Map.of("find", find, "replace", replace)))));
  }

  static String page(String... tools) {
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

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String mark(JsonNode asked) {
    var found =
        Pattern.compile("data-[0-9a-f]{12}")
            .matcher(asked.get("system").get(0).get("text").asText());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  static List<String> results(JsonNode asked) {
    return asked.get("messages").findValues("content").stream()
        .filter(JsonNode::isArray)
        .flatMap(JsonNode::valueStream)
        .filter(block -> block.path("type").asText().equals("tool_result"))
        .map(block -> block.get("content").asText())
        .toList();
  }
}
