package dev.liveartifacts.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DemoConnectorsIT.Switched.class)
class DemoConnectorsIT {
  @TestHTTPResource String root;

  /** Faults can be switched, and the calendar asks for a token. */
  public static final class Switched implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("live.demo.faults", "true", "live.demo.tokens.calendar", "let-me-in");
    }
  }

  @BeforeEach
  void everything_works_and_nothing_is_counted() {
    given().delete("/faults").then().statusCode(204);
    given().delete("/counts").then().statusCode(204);
  }

  @ParameterizedTest
  @CsvSource({
    "crm, Acme CRM, 'list_deals,list_companies,pipeline_summary,move_deal_stage'",
    "erp, Acme ERP, 'revenue,expenses,cash,receivables,payables,ledger'",
    "projects, Acme Projects, 'list_projects,list_items,overdue_items'",
    "calendar, Acme Calendar, 'list_meetings'"
  })
  void a_server_offers_its_tools_and_no_others(String server, String title, String tools)
      throws Exception {
    McpSession session = session(server);

    assertThat(session.initialize().getJsonObject("serverInfo").getString("title"))
        .isEqualTo(title);
    assertThat(objects(session.tools()))
        .extracting(tool -> tool.getString("name"))
        .containsExactlyInAnyOrder(tools.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "erp", "projects", "calendar"})
  void every_tool_says_whether_it_writes_and_what_it_answers(String server) throws Exception {
    McpSession session = open(server);

    for (JsonObject tool : objects(session.tools())) {
      boolean writes = tool.getString("name").startsWith("move_");
      assertThat(tool.getJsonObject("annotations").getBoolean("readOnlyHint")).isEqualTo(!writes);
      assertThat(tool.getJsonObject("outputSchema").getJsonObject("properties")).isNotEmpty();
      assertThat(tool.getString("description")).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "erp", "projects", "calendar"})
  void every_reading_tool_answers_without_arguments_with_structure_and_the_same_text(String server)
      throws Exception {
    McpSession session = open(server);

    for (JsonObject tool : objects(session.tools())) {
      if (tool.getJsonObject("annotations").getBoolean("readOnlyHint")) {
        JsonObject result = session.call(tool.getString("name"), JsonObject.of());
        JsonObject structure = result.getJsonObject("structuredContent");
        assertThat(structure).as(tool.getString("name")).isNotNull();
        assertThat(new JsonObject(text(result))).isEqualTo(structure);
        assertThat(tool.getJsonObject("outputSchema").getJsonObject("properties").fieldNames())
            .containsAll(structure.fieldNames());
      }
    }
  }

  @Test
  void dates_instants_stages_and_amounts_are_plain_json() throws Exception {
    JsonObject deal =
        open("crm")
            .call("list_deals", JsonObject.of("limit", 1))
            .getJsonObject("structuredContent")
            .getJsonArray("deals")
            .getJsonObject(0);

    assertThat(deal.getString("closeDate")).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(deal.getString("updatedAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(deal.getString("stage")).isIn("discovery", "qualified", "proposal", "negotiation");
    assertThat(deal.getValue("amount")).isInstanceOf(Number.class);
  }

  @Test
  void what_is_not_known_is_left_out_and_not_null() throws Exception {
    JsonObject companies = open("crm").call("list_companies", JsonObject.of());

    assertThat(text(companies)).contains("prospect").doesNotContain("null");
  }

  @Test
  void an_argument_that_is_no_good_is_explained_as_a_tool_error() throws Exception {
    JsonObject result = open("crm").call("list_deals", JsonObject.of("stage", "maybe"));

    assertThat(result.getBoolean("isError")).isTrue();
    assertThat(text(result))
        .isEqualTo(
            "\"stage\" must be one of discovery, qualified, proposal, negotiation, won, lost, but"
                + " was \"maybe\".");
  }

  @Test
  void a_deal_that_is_won_by_hand_appears_in_the_receivables() throws Exception {
    McpSession crm = open("crm");
    McpSession erp = open("erp");
    String id =
        crm.call("list_deals", JsonObject.of("stage", "discovery"))
            .getJsonObject("structuredContent")
            .getJsonArray("deals")
            .getJsonObject(0)
            .getString("id");

    crm.call("move_deal_stage", JsonObject.of("id", id, "stage", "won"));

    JsonObject receivables =
        erp.call("receivables", JsonObject.of("limit", 1000)).getJsonObject("structuredContent");
    assertThat(objects(receivables.getJsonArray("items")))
        .anyMatch(item -> item.getString("text").startsWith(id + " "));
    JsonObject again = crm.call("move_deal_stage", JsonObject.of("id", id, "stage", "lost"));
    assertThat(text(again)).isEqualTo(id + " is already won; a closed deal cannot be moved.");
  }

  @Test
  void calls_are_counted_per_server_and_tool() throws Exception {
    McpSession session = open("erp");
    session.call("cash", JsonObject.of());
    session.call("cash", JsonObject.of());

    given()
        .get("/counts")
        .then()
        .statusCode(200)
        .body("erp.cash", equalTo(2))
        .body("erp.initialize", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({"error, 503, 503", "garbage, 500, 200", "huge, 500, 200", "unauthorized, 500, 401"})
  void a_fault_strikes_the_tool_that_it_was_set_for(String mode, int status, int expected)
      throws Exception {
    McpSession session = open("erp");
    fault("erp", Map.of("mode", mode, "status", status, "tool", "cash"));

    HttpResponse<String> struck =
        session.send("tools/call", JsonObject.of("name", "cash", "arguments", JsonObject.of()));

    assertThat(struck.statusCode()).isEqualTo(expected);
    assertThat(struck.body().length() > 20_000_000).isEqualTo(mode.equals("huge"));
    assertThat(session.call("revenue", JsonObject.of()).getJsonObject("structuredContent"))
        .isNotNull();
  }

  @Test
  void a_delay_is_waited_for_and_then_the_answer_comes() throws Exception {
    McpSession session = open("projects");
    fault("projects", Map.of("delayMillis", 300));

    long before = System.nanoTime();
    JsonObject result = session.call("overdue_items", JsonObject.of());

    assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
    assertThat(result.getJsonObject("structuredContent")).isNotNull();
  }

  @Test
  void a_fault_that_is_not_possible_is_refused_with_the_range() {
    given()
        .contentType("application/json")
        .body(Map.of("delayMillis", -1))
        .put("/faults/crm")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", equalTo("\"delayMillis\" must be between 0 and 600000."));
    given().delete("/faults/warehouse").then().statusCode(404);
  }

  @Test
  void row_8_a_foreign_page_or_host_name_is_turned_away() {
    given().header("Origin", "https://evil.example").post("/crm/mcp").then().statusCode(403);
    given().header("Host", "evil.example").post("/crm/mcp").then().statusCode(403);
    given().header("Origin", "http://localhost").get("/counts").then().statusCode(403);
  }

  @Test
  void a_server_with_a_token_turns_away_whoever_has_none() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/calendar/mcp")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""));
  }

  private McpSession open(String server) throws IOException, InterruptedException {
    McpSession session = session(server);
    session.initialize();
    return session;
  }

  private McpSession session(String server) {
    return new McpSession(
        root + server + "/mcp",
        server.equals("calendar") ? Map.of("Authorization", "Bearer let-me-in") : Map.of());
  }

  private static void fault(String server, Map<String, Object> fault) {
    given()
        .contentType("application/json")
        .body(fault)
        .put("/faults/" + server)
        .then()
        .statusCode(200);
  }

  private static String text(JsonObject result) {
    return result.getJsonArray("content").getJsonObject(0).getString("text");
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
