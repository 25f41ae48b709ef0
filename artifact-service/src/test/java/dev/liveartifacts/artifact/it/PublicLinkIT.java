package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicLinkIT extends PublicationCase {
  private static final DecoderConfig CANNOT_UNPACK = new DecoderConfig().noContentDecoders();

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
  void who_cannot_unpack_gets_the_same_copy() {
    String id = createGranted("ben");
    JsonPath draft = draft("ben", id, snapshotOf("ben", id, MONDAY, people()));
    String link = published("ben", id, draft, Map.of(), NAME);

    Response packed = nobody().get(link + "/content");
    Response plain =
        nobody().config(RestAssured.config().decoderConfig(CANNOT_UNPACK)).get(link + "/content");

    plain.then().header("Content-Encoding", nullValue()).header("Vary", "Accept-Encoding, Cookie");
    assertThat(plain.asString()).contains("Acme").isEqualTo(packed.asString());
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
}
