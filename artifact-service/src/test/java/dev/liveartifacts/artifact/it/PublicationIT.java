package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationIT extends PublicationCase {
  @Test
  void only_the_owner_publishes_and_only_what_they_may_see() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "editor");
    String snapshot = snapshotOf("ben", id, MONDAY, people());
    JsonPath draft = draft("ben", id, snapshot);
    String other = createGranted("cleo");
    Map<String, Object> source = Map.of("snapshotId", snapshot, "timeZone", "UTC");

    String drafts = "/api/artifacts/{id}/publications/drafts";
    as("cleo").body(source).post(drafts, id).then().statusCode(403);
    as("stranger").body(source).post(drafts, id).then().statusCode(404);
    as("cleo").body(source).post(drafts, other).then().statusCode(404);
    as("cleo").get("/api/artifacts/{id}/publications", id).then().statusCode(403);
    as("stranger").get("/api/artifacts/{id}/publications", id).then().statusCode(404);
    Map<String, Object> wish = wish(draft, Map.of(), NAME);
    as("cleo").body(wish).post("/api/artifacts/{id}/publications", id).then().statusCode(403);
    as("cleo").body(wish).post("/api/artifacts/{id}/publications", other).then().statusCode(409);
    nobody().get("/api/artifacts/{id}/publications", id).then().statusCode(401);
    published("ben", id, draft, Map.of(), NAME);
    String pid = as("ben").get("/api/artifacts/{id}/publications", id).path("[0].id");
    for (String person : List.of("cleo", "stranger")) {
      as(person)
          .delete("/api/artifacts/{id}/publications/{pid}", id, pid)
          .then()
          .statusCode(not(equalTo(204)));
    }
    as("cleo").delete("/api/artifacts/{id}/publications/{pid}", other, pid).then().statusCode(404);
  }

  @Test
  void what_the_sources_answer_now_can_be_published_and_what_fails_is_told() {
    String id = createGranted("ben");
    draftNow("ben", id).then().statusCode(409).body("detail", containsString("Open the page once"));
    call("ben", id, Map.of("name", TOOL, "args", Map.of("limit", 3))).then().statusCode(200);
    soon()
        .untilAsserted(() ->
            draftNow("ben", id)
                .then()
                .statusCode(201)
                .body("calls[0].fields.path", equalTo(List.of("/text/0/*")))
                .body("calls[0].arguments.limit", equalTo(3)));
    JsonPath draft = draftNow("ben", id).jsonPath();
    String link = published("ben", id, draft, Map.of(), "/text/0/*");
    nobody()
        .get(link + "/content")
        .then()
        .body("calls[0].result.content[0].text", equalTo("[1.0,2e3]".replace("2e3", "2E+3")));

    connectors.on(
        "POST /calls",
        Reply.answer(
            "failed",
            answer()
                .replace("\"fresh\"", "\"failed\"")
                .replace(
                    "\"error\":null",
                    "\"error\":{\"code\":\"server_unavailable\",\"message\":\"Acme CRM is"
                        + " away.\"}")));
    draftNow("ben", id)
        .then()
        .statusCode(201)
        .body("calls[0].trouble", equalTo("Acme CRM is away."))
        .body("calls[0].fields", hasSize(0));
  }

  @Test
  void the_sites_that_may_embed_it_are_the_owners_and_reach_the_page_too() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    for (String site :
        List.of("http://blog.example", "https://a.example/path", "https://*.b", "x; y")) {
      as("ben")
          .body(wish(draft, Map.of("origins", List.of(site)), NAME))
          .post("/api/artifacts/{id}/publications", id)
          .then()
          .statusCode(400)
          .body("detail", containsString("address of a site"));
    }

    String link =
        published(
            "ben",
            id,
            draft,
            Map.of("origins", List.of("https://Blog.example/"), "password", "tell nobody"),
            NAME);

    Response document = nobody().header("Sec-Fetch-Site", "cross-site").get(link);
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.headers().getValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("frame-ancestors https://blog.example;");
    Response let = said(link, "tell nobody");
    assertThat(let.header("Set-Cookie")).contains("Secure; SameSite=None; Partitioned");
    String url =
        visitor()
            .cookie("live-link", let.cookie("live-link"))
            .body("{}")
            .post(link + "/tickets")
            .path("url");
    page(url)
        .then()
        .header(
            "Content-Security-Policy",
            containsString("frame-ancestors " + app + " https://blog.example;"));
    nobody()
        .header("Sec-Fetch-Site", "cross-site")
        .get(link + "/content")
        .then()
        .statusCode(403)
        .body("type", containsString("foreign-site"));
  }

  @Test
  void a_draft_is_shown_as_visitors_will_get_it_before_anything_is_published() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));

    as("ben")
        .body(Map.of("keep", List.of(Map.of("position", 0, "paths", List.of(SUM)))))
        .post("/api/artifacts/{id}/publications/drafts/{d}/copy", id, draft.getString("id"))
        .then()
        .statusCode(200)
        .body("calls[0].result.structuredContent.deals[1]", equalTo(Map.of("sum", 20)))
        .body("calls[0].names", hasItem(TOOL))
        .body("tools.name", equalTo(List.of(TOOL, WRITING)));
    as("ben").get("/api/artifacts/{id}/publications", id).then().body("", hasSize(0));
    String html =
        as("ben")
            .body(Map.of("keep", List.of(Map.of("position", 0, "paths", List.of(SUM)))))
            .post("/api/artifacts/{id}/publications/drafts/{d}/file", id, draft.getString("id"))
            .then()
            .statusCode(200)
            .body("name", equalTo("Open pipeline.html"))
            .extract()
            .path("html");
    assertThat(html)
        .startsWith("<!doctype html><script data-live=\"config\">window.__liveCopy={")
        .contains("10.50", "<p>Deals</p>")
        .doesNotContain("secret", "Acme\\\"");
    Map<String, Object> again = Map.of("html", html);
    String imported = as("ben").body(again).post("/api/artifacts").path("id");
    assertThat(as("ben").get("/api/artifacts/{id}/export", imported).asString())
        .doesNotContain("__liveCopy");
  }
}
