package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.infra.claude.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** What Claude, the page and other people may do meanwhile. */
@QuarkusTest
class DescribeRightsIT extends DescribingService {
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
  void work_outlasts_an_access_token_as_the_browser_brings_a_fresh_one() throws SQLException {
    AtomicReference<String> ended = new AtomicReference<>();
    connectors.on(
        "POST /api/connectors/" + CRM + "/probe",
        asked -> {
          ended.compareAndSet(null, asked.header("Authorization"));
          return asked.header("Authorization").equals(ended.get())
              ? FakeService.Reply.json(401, "{}")
              : FakeService.Reply.json(PROBED);
        });
    claude.script(probe(), write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals"));
    await().until(() -> ended.get() != null);
    List<Onlooker.Seen> seen = follow("ada", id, good("ada", id));

    assertThat(Onlooker.words(seen)).contains("renew your sign-in").contains("Found 48 rows");
    assertThat(seen.getLast().name()).isEqualTo("done");
    try (Connection database = infra.database("artifact").connect();
        var statement = database.createStatement();
        var left = statement.executeQuery("select pass from description where pass is not null")) {
      assertThat(left.next()).isFalse();
    }
  }
}
