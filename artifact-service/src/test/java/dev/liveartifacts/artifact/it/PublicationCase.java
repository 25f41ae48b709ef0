package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes copies of an artifact, and opens them as a stranger does. */
abstract class PublicationCase extends RefreshingService {
  static final String PEOPLE =
      """
      {"content":[{"type":"text","text":"{\\"deals\\":[{\\"name\\":\\"Acme\\",\\"sum\\":10.50,\\"contact\\":\\"ann@secret.test\\"},\
      {\\"name\\":\\"Beta\\",\\"sum\\":20,\\"contact\\":\\"bob@secret.test\\"}]}"},\
      {"type":"image","data":"c2VjcmV0","mimeType":"image/png"}],\
      "structuredContent":{"deals":[{"name":"Acme","sum":10.50,"contact":"ann@secret.test"},\
      {"name":"Beta","sum":20,"contact":"bob@secret.test"}]},"_meta":{"trace":"secret-trace"}}\
      """;
  static final String NAME = "/structured/deals/*/name";
  static final String SUM = "/structured/deals/*/sum";
  static final String CONTACT = "/structured/deals/*/contact";

  static Made people() {
    return Made.good(0, "list_deals", Map.of("stage", "won"), PEOPLE);
  }

  JsonPath draft(String person, String id, String snapshot) {
    return as(person)
        .body(Map.of("snapshotId", snapshot, "timeZone", "Europe/London"))
        .post("/api/artifacts/{id}/publications/drafts", id)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  Response draftNow(String person, String id) {
    return as(person)
        .body(Map.of("timeZone", "Europe/London"))
        .post("/api/artifacts/{id}/publications/drafts", id);
  }

  static Map<String, Object> wish(JsonPath draft, Map<String, Object> more, String... paths) {
    Map<String, Object> wish = new HashMap<>(more);
    wish.put("draftId", draft.getString("id"));
    wish.put("keep", List.of(Map.of("position", 0, "paths", List.of(paths))));
    return wish;
  }

  /** The path of the link. */
  String published(
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

  UUID idOf(String person, String id, String title) {
    return as(person)
        .get("/api/artifacts/{id}/publications", id)
        .jsonPath()
        .getUUID("find { it.title == '" + title + "' }.id");
  }

  /** A browser at the document behind a link. */
  RequestSpecification visitor() {
    return nobody().header("Sec-Fetch-Site", "same-origin").contentType(ContentType.JSON);
  }

  String ticket(String link) {
    return visitor()
        .body("{}")
        .post(link + "/tickets")
        .then()
        .statusCode(200)
        .extract()
        .path("url");
  }

  Response page(String url) {
    return onSandbox().get(URI.create(url).getPath());
  }

  Response said(String link, String password) {
    return visitor().body(Map.of("password", password)).post(link + "/password");
  }

  void execute(String statement) throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement one = database.createStatement()) {
      one.execute(statement);
    }
  }
}
