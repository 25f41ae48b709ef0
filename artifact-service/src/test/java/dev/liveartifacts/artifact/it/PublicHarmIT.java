package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import dev.liveartifacts.artifact.packing.Gzip;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What strangers try at public links, and what must not come out of them. */
@QuarkusTest
class PublicHarmIT extends PublicationCase {
  private static final String WORDS = "/text/0";

  @Test
  void row_18_a_dropped_value_is_in_nothing_that_is_kept_or_served() throws SQLException {
    String id = createGranted("ben");
    as("ben")
        .body(Map.of("set", Map.of("filter", "ann@secret.test"), "remove", List.of()))
        .patch("/api/artifacts/{id}/storage", id)
        .then()
        .statusCode(200);
    Made keyed =
        Made.good(
            1,
            "list_deals",
            Map.of("owner", "ann@secret.test"),
            """
            {"content":[{"type":"text","text":"Told by ann@secret.test"}],\
            "structuredContent":{"byPerson":{"ann@secret.test":7},"open":3},"isError":false}\
            """);
    Made refused =
        Made.good(
            2,
            "list_deals",
            Map.of("stage", "lost"),
            """
            {"content":[{"type":"text","text":"ann@secret.test may not see this"}],"isError":true}\
            """);
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people(), keyed, refused));
    Map<String, Object> wish =
        Map.of(
            "draftId",
            draft.getString("id"),
            "keep",
            List.of(
                Map.of("position", 0, "paths", List.of(NAME, SUM)),
                Map.of("position", 1, "paths", List.of("/structured/open"))));

    String url = as("ben").body(wish).post("/api/artifacts/{id}/publications", id).path("url");

    String link = URI.create(url).getPath();
    assertThat(kept()).contains("Acme", "10.50", "open").doesNotContain("secret");
    for (Response served :
        List.of(nobody().get(link), nobody().get(link + "/content"), page(ticket(link)))) {
      assertThat(served.statusCode()).isEqualTo(200);
      assertThat(served.asString() + served.headers()).doesNotContain("secret");
    }
    assertThat(as("ben").get("/api/artifacts/{id}/publications", id).asString())
        .doesNotContain("secret");
  }

  @Test
  void what_is_too_long_or_no_link_at_all_is_answered_in_words_and_costs_little() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String link = published("ben", id, draft, Map.of("password", "tell nobody"), NAME);

    said(link, "x".repeat(10 * 1024 * 1024)).then().statusCode(413);
    said(link, "x".repeat(201)).then().statusCode(400);
    visitor().body("{}").post(link + "/password").then().statusCode(400);
    visitor().body("[[[[").post(link + "/password").then().statusCode(400);
    for (String odd : List.of("/s/abc.", "/s/abc)", "/s/%F0%9F%94%92", "/s/" + "A".repeat(3_000))) {
      nobody()
          .urlEncodingEnabled(false)
          .get(odd)
          .then()
          .statusCode(404)
          .contentType(ContentType.HTML);
      nobody()
          .urlEncodingEnabled(false)
          .get(odd + "/content")
          .then()
          .statusCode(404)
          .body("type", containsString("link-is-over"));
    }
    said(link, "tell nobody").then().statusCode(204);
  }

  @Test
  void passwords_cannot_be_tried_without_end() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String link = published("ben", id, draft, Map.of("password", "tell nobody"), NAME);
    for (int time = 0; time < 10; time++) {
      said(link, "no idea " + time).then().statusCode(403);
    }

    said(link, "tell nobody")
        .then()
        .statusCode(429)
        .header("Set-Cookie", equalTo(null))
        .body("detail", containsString("Too many passwords"));
  }

  @Test
  void a_copy_of_a_megabyte_is_reviewed_published_and_read() {
    String id = createGranted("ben");
    String rows =
        IntStream.range(0, 12_000)
            .mapToObj(at ->
                "{\"name\":\"Deal %d\",\"sum\":%d,\"contact\":\"%d@secret.test\"}"
                    .formatted(at, at, at))
            .collect(Collectors.joining(",", "{\"structuredContent\":{\"deals\":[", "]}}"));
    assertThat(rows.length()).isBetween(500_000, 1_100_000);
    Made large = Made.good(0, "list_deals", Map.of(), rows);
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, large));

    String link = published("ben", id, draft, Map.of(), NAME, SUM);

    Response copy = nobody().get(link + "/content");
    assertThat(copy.jsonPath().getList("calls[0].result.structuredContent.deals")).hasSize(12_000);
    assertThat(copy.asString()).doesNotContain("secret");
  }

  @Test
  void who_has_it_open_keeps_what_they_saw_and_gets_nothing_more_once_it_is_taken_back() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String link = published("ben", id, draft, Map.of(), NAME);
    String open = ticket(link);
    nobody().get(link + "/content").then().statusCode(200).header("Cache-Control", "no-store");
    String pid = as("ben").get("/api/artifacts/{id}/publications", id).path("[0].id");

    as("ben").delete("/api/artifacts/{id}/publications/{pid}", id, pid).then().statusCode(204);

    page(open).then().statusCode(410);
    nobody().get(link + "/content").then().statusCode(404);
    visitor().body("{}").post(link + "/tickets").then().statusCode(404);
    as("ben").delete("/api/artifacts/{id}/publications/{pid}", id, pid).then().statusCode(404);
  }

  @Test
  void the_audit_log_tells_who_published_changed_opened_and_took_back_what() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String link = published("ben", id, draft, Map.of("password", "tell nobody"), NAME);
    said(link, "tell anybody").then().statusCode(403);
    String admission = said(link, "tell nobody").cookie("live-link");
    nobody().cookie("live-link", admission).get(link + "/content").then().statusCode(200);
    nobody().get("/s/" + "A".repeat(43) + "/content").then().statusCode(404);
    String publication =
        "/api/artifacts/" + id + "/publications/" + idOf("ben", id, "Open pipeline");
    as("ben").body(Map.of("title", "Deals")).patch(publication).then().statusCode(200);
    as("ben").delete(publication).then().statusCode(204);

    soon()
        .untilAsserted(() ->
            assertThat(log(id))
                .contains(
                    "Ben Okri publication.draft done",
                    "Ben Okri publication.create done",
                    "null publication.password refused",
                    "null publication.password done",
                    "null publication.open done",
                    "Ben Okri publication.change done",
                    "Ben Okri publication.revoke done"));
    assertThat(as("ada").get("/api/admin/audit?action=publication").asString())
        .doesNotContain(link, "tell", "secret");
  }

  private List<String> log(String id) {
    List<Map<String, Object>> entries =
        as("ada")
            .get("/api/admin/audit?artifact=" + id)
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    return entries.stream()
        .map(entry ->
            entry.get("personName") + " " + entry.get("action") + " " + entry.get("outcome"))
        .toList();
  }

  /** All that a publication's row says, unpacked. */
  private String kept() throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select page, content, to_jsonb(p) - 'page' - 'content' from publication p")) {
      assertThat(row.next()).isTrue();
      return unpacked(row.getBytes(1)) + unpacked(row.getBytes(2)) + row.getString(3);
    }
  }

  private static String unpacked(byte[] gzip) {
    return new String(Gzip.unpack(Buffer.buffer(gzip)), StandardCharsets.UTF_8);
  }
}
