package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.infra.claude.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** From a wish to a page, as the person sees it. */
@QuarkusTest
class DescribeIT extends DescribingService {
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
}
