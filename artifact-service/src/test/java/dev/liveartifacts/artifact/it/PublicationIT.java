package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationIT extends RefreshingService {
  private static final String PEOPLE =
      """
      {"content":[{"type":"text","text":"{\\"deals\\":[{\\"name\\":\\"Acme\\",\\"sum\\":10.50,\\"contact\\":\\"ann@secret.test\\"},\
      {\\"name\\":\\"Beta\\",\\"sum\\":20,\\"contact\\":\\"bob@secret.test\\"}]}"},\
      {"type":"image","data":"c2VjcmV0","mimeType":"image/png"}],\
      "structuredContent":{"deals":[{"name":"Acme","sum":10.50,"contact":"ann@secret.test"},\
      {"name":"Beta","sum":20,"contact":"bob@secret.test"}]},"_meta":{"trace":"secret-trace"}}\
      """;
  private static final String NAME = "/structured/deals/*/name";
  private static final String SUM = "/structured/deals/*/sum";
  private static final String CONTACT = "/structured/deals/*/contact";

  @Test
  void a_dropped_field_is_nowhere_in_what_a_visitor_gets() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    assertThat(draft.getList("calls[0].fields.path")).containsExactly(NAME, SUM, CONTACT);
    assertThat(draft.getList("calls[0].fields.sample"))
        .containsExactly("Acme", "10.50", "ann@secret.test");
    assertThat(draft.getList("calls[0].leftOut")).containsExactly("image");

    String link = published("ben", id, draft, Map.of(), NAME, SUM);

    nobody().get(link).then().statusCode(200).header("X-Robots-Tag", containsString("noindex"));
    String content = nobody().get(link + "/content").then().statusCode(200).extract().asString();
    assertThat(content).contains("Acme", "10.50").doesNotContain("secret", "stage", CRM.toString());
    JsonPath copy = JsonPath.from(content);
    assertThat(copy.getList("calls[0].result.structuredContent.deals.name"))
        .containsExactly("Acme", "Beta");
    assertThat(copy.getString("calls[0].result.content[0].text"))
        .isEqualTo(
            "{\"deals\":[{\"name\":\"Acme\",\"sum\":10.50},{\"name\":\"Beta\",\"sum\":20}]}");
    assertThat(page(ticket(link)).asString()).contains("Deals").doesNotContain("secret");
    as("ben")
        .get("/api/artifacts/{id}/publications", id)
        .then()
        .body("views", equalTo(List.of(1)))
        .body("[0].review[0].dropped", equalTo(1));
  }

  @Test
  void row_18_a_public_link_reaches_no_connector_and_shows_what_was_reviewed_whoever_opens_it() {
    String id = createGranted("ben");
    String snapshot = snapshotOf("ben", id, MONDAY, people());
    String link = published("ben", id, draft("ben", id, snapshot), Map.of(), NAME);
    int asked = connectors.asked("POST /calls").size();
    runs.finish(id, MONDAY.plusSeconds(60), deals(DEALS));
    snapshots("ben", id, 2);

    for (Response seen :
        List.of(nobody().get(link + "/content"), as("ben").get(link + "/content"))) {
      assertThat(seen.jsonPath().getString("calls[0].result.structuredContent.deals[0].name"))
          .isEqualTo("Acme");
    }

    page(ticket(link)).then().statusCode(200);
    String policy = nobody().get(link).header("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'none'")
        .contains("connect-src " + app + "/s/;")
        .contains("frame-src " + sandbox + "/p/public/;")
        .contains("frame-ancestors 'none'")
        .doesNotContain("/api");
    for (String way : List.of("/calls", "/events", "/storage", "/ask", "/../../api/me")) {
      nobody().urlEncodingEnabled(false).get(link + way).then().statusCode(not(equalTo(200)));
      visitor()
          .body("{}")
          .urlEncodingEnabled(false)
          .post(link + way)
          .then()
          .statusCode(not(equalTo(200)));
    }
    nobody().cookie("live-link", "x").get("/api/artifacts/{id}", id).then().statusCode(401);
    assertThat(connectors.asked("POST /calls")).hasSize(asked);
  }

  @Test
  void a_link_that_is_wrong_ended_or_taken_back_answers_the_same() throws Exception {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String ended = published("ben", id, draft, Map.of("expiresAt", "2999-01-01T00:00:00Z"), NAME);
    execute("update publication set expires_at = now() - interval '1 second'");
    String revoked = published("ben", id, draft, Map.of(), NAME);
    String ticket = ticket(revoked);
    String pid = as("ben").get("/api/artifacts/{id}/publications", id).path("find { !it.over }.id");
    as("ben").delete("/api/artifacts/{id}/publications/{pid}", id, pid).then().statusCode(204);
    String wrong = "/s/" + "A".repeat(43);
    String cut = "/s/abc";

    List<List<Object>> shapes = new ArrayList<>();
    for (String link : List.of(wrong, ended, revoked, cut)) {
      List<Object> shape = new ArrayList<>();
      for (Response seen :
          List.of(
              nobody().get(link),
              nobody().get(link + "/content"),
              visitor().body("{}").post(link + "/tickets"),
              visitor().body(Map.of("password", "let me in")).post(link + "/password"))) {
        assertThat(seen.statusCode()).isEqualTo(404);
        shape.add(seen.asString().replaceAll("\"traceId\":\"[^\"]*\"", ""));
        seen.headers().asList().forEach(header -> shape.add(header.toString()));
      }
      shapes.add(shape);
    }

    assertThat(shapes).containsOnly(shapes.getFirst());
    page(ticket).then().statusCode(410);
  }

  @Test
  void a_password_is_asked_for_and_whoever_knew_it_is_let_in_until_it_changes() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String link = published("ben", id, draft, Map.of("password", "tell nobody"), NAME);
    nobody().get(link + "/content").then().statusCode(401).body("type", containsString("password"));
    visitor().body("{}").post(link + "/tickets").then().statusCode(401);
    said(link, "tell anybody").then().statusCode(403).header("Set-Cookie", equalTo(null));

    Response let = said(link, "tell nobody");

    assertThat(let.header("Set-Cookie"))
        .contains("Path=" + link + ";")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
    String admission = let.cookie("live-link");
    nobody().cookie("live-link", admission).get(link + "/content").then().statusCode(200);
    String pid = as("ben").get("/api/artifacts/{id}/publications", id).path("[0].id");
    as("ben")
        .body(Map.of("password", "another one"))
        .patch("/api/artifacts/{id}/publications/{pid}", id, pid)
        .then()
        .statusCode(200)
        .body("password", equalTo(true));
    nobody().cookie("live-link", admission).get(link + "/content").then().statusCode(401);
    said(link, "another one").then().statusCode(204);
  }

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

    nobody()
        .header("Sec-Fetch-Site", "cross-site")
        .get(link)
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("frame-ancestors https://blog.example;"));
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
  void a_new_address_ends_the_one_before_and_a_ticket_is_for_its_own_copy_and_minute() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String one = published("ben", id, draft, Map.of("title", "One"), NAME);
    String two = published("ben", id, draft, Map.of("title", "Two"), SUM);
    String foreign =
        ticket(one).replaceAll("public/[0-9a-f-]{36}", "public/" + idOf("ben", id, "Two"));
    page(foreign).then().statusCode(410);
    page(ticket(one).replaceAll(".$", "_")).then().statusCode(410);

    String url =
        as("ben")
            .post("/api/artifacts/{id}/publications/{pid}/link", id, idOf("ben", id, "One"))
            .then()
            .statusCode(200)
            .extract()
            .path("url");

    nobody().get(one + "/content").then().statusCode(404);
    nobody().get(URI.create(url).getPath() + "/content").then().statusCode(200);
    nobody().get(two + "/content").then().body("title", equalTo("Two"));
    as("ben").delete("/api/artifacts/{id}", id).then().statusCode(204);
    nobody().get(two + "/content").then().statusCode(404);
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

  private static Made people() {
    return Made.good(0, "list_deals", Map.of("stage", "won"), PEOPLE);
  }

  private JsonPath draft(String person, String id, String snapshot) {
    return as(person)
        .body(Map.of("snapshotId", snapshot, "timeZone", "Europe/London"))
        .post("/api/artifacts/{id}/publications/drafts", id)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private Response draftNow(String person, String id) {
    return as(person)
        .body(Map.of("timeZone", "Europe/London"))
        .post("/api/artifacts/{id}/publications/drafts", id);
  }

  private static Map<String, Object> wish(
      JsonPath draft, Map<String, Object> more, String... paths) {
    Map<String, Object> wish = new HashMap<>(more);
    wish.put("draftId", draft.getString("id"));
    wish.put("keep", List.of(Map.of("position", 0, "paths", List.of(paths))));
    return wish;
  }

  /** The path of the link. */
  private String published(
      String person, String id, JsonPath draft, Map<String, Object> more, String... paths) {
    String url =
        as(person)
            .body(wish(draft, more, paths))
            .post("/api/artifacts/{id}/publications", id)
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    assertThat(url).matches(app + "/s/[A-Za-z0-9_-]{43}");
    return URI.create(url).getPath();
  }

  private UUID idOf(String person, String id, String title) {
    return as(person)
        .get("/api/artifacts/{id}/publications", id)
        .jsonPath()
        .getUUID("find { it.title == '" + title + "' }.id");
  }

  /** A browser at the document behind a link. */
  private RequestSpecification visitor() {
    return nobody().header("Sec-Fetch-Site", "same-origin").contentType(ContentType.JSON);
  }

  private String ticket(String link) {
    return visitor()
        .body("{}")
        .post(link + "/tickets")
        .then()
        .statusCode(200)
        .extract()
        .path("url");
  }

  private Response page(String url) {
    return onSandbox().get(URI.create(url).getPath());
  }

  private Response said(String link, String password) {
    return visitor().body(Map.of("password", password)).post(link + "/password");
  }

  private void execute(String statement) throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement one = database.createStatement()) {
      one.execute(statement);
    }
  }
}
