package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Sessions are kept, and end when they are ended: here, on another replica, by an administrator.
 */
@QuarkusTest
class KeptSessionIT extends RunningService {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void people_see_where_they_are_signed_in_and_nobody_else_s_sessions() throws Exception {
    Browser desk = signedIn("ben");
    Browser phone = signedIn("ben");
    signedIn("cleo");

    JsonNode sessions = JSON.readTree(desk.get("/api/sessions").body());

    assertThat(sessions).hasSize(2);
    assertThat(sessions)
        .allSatisfy(session -> {
          assertThat(session.get("address").asText()).isEqualTo("127.0.0.1");
          assertThat(session.get("device").asText()).isEqualTo("Another program");
        });
    assertThat(sessions).filteredOn(session -> session.get("current").asBoolean()).hasSize(1);
    assertThat(current(desk)).isNotEqualTo(current(phone));
    assertThat(desk.delete("/api/sessions/" + current(signedIn("cleo"))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_ended_session_opens_nothing_any_more_whatever_is_in_its_cookie() throws Exception {
    Browser desk = signedIn("ben");
    Browser phone = signedIn("ben");
    String stolen = phone.cookieHeader();

    assertThat(desk.delete("/api/sessions/" + current(phone)).statusCode()).isEqualTo(204);

    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(phone.get("/api/me").statusCode()).isEqualTo(401));
    assertThat(desk.get("/api/me").statusCode()).isEqualTo(200);
    nobody().header("Cookie", stolen).get("/api/me").then().statusCode(401);
    nobody().header("Cookie", stolen).get("/api/connectors").then().statusCode(401);
    nobody().header("Cookie", stolen).get("/signin?to=/").then().statusCode(302);
    nobody().header("Cookie", stolen).get("/signin/done").then().statusCode(302);
    nobody().header("Cookie", stolen).get("/api/me").then().statusCode(401);
    assertThat(phone.signIn("ben", "/")).isEqualTo(app + "/");
    assertThat(phone.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void signing_out_everywhere_ends_every_session_of_this_person_alone() throws Exception {
    Browser desk = signedIn("ben");
    Browser phone = signedIn("ben");
    Browser cleo = signedIn("cleo");

    assertThat(desk.delete("/api/sessions").statusCode()).isEqualTo(204);

    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(desk.get("/api/me").statusCode()).isEqualTo(401);
          assertThat(phone.get("/api/me").statusCode()).isEqualTo(401);
        });
    assertThat(cleo.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void an_administrator_signs_somebody_out_and_nobody_else_can() throws Exception {
    Browser ben = signedIn("ben");
    String id = JSON.readTree(ben.get("/api/me").body()).get("id").asText();

    as("cleo").get("/api/admin/people/{id}/sessions", id).then().statusCode(403);
    as("cleo").delete("/api/admin/people/{id}/sessions", id).then().statusCode(403);
    as("ada")
        .get("/api/admin/people/{id}/sessions", id)
        .then()
        .statusCode(200)
        .body("$", hasSize(1))
        .body("[0].current", equalTo(false));
    as("ada").delete("/api/admin/people/{id}/sessions", id).then().statusCode(204);

    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(ben.get("/api/me").statusCode()).isEqualTo(401));
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() ->
            as("ada")
                .get("/api/admin/audit?person=Ada&action=session.end&outcome=done")
                .then()
                .body("items[0].whomName", equalTo("Ben Okri")));
  }

  @Test
  void a_session_that_another_replica_ended_is_over_here_too_and_its_open_pages_are_told()
      throws Exception {
    String artifact = createGranted("ben");
    Browser ben = signedIn("ben");
    assertThat(ben.get("/api/me").statusCode()).isEqualTo(200);
    try (Line line =
            new Line(
                app.resolve("/api/artifacts/" + artifact + "/events"),
                "Cookie",
                ben.cookieHeader());
        Line shared =
            new Line(
                app.resolve("/api/events?artifact=" + artifact), "Cookie", ben.cookieHeader());
        Line program =
            new Line(
                app.resolve("/api/events?artifact=" + artifact),
                infra.signIn().accessToken("ben"));
        Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.executeUpdate("delete from session");

      line.hears("event:signedout\ndata:{}");
      shared.hears("event:signedout\ndata:{\"artifactId\":\"" + artifact + "\"}");
      Awaitility.await()
          .atMost(SOON)
          .untilAsserted(() -> {
            assertThat(line.ended()).isTrue();
            assertThat(shared.ended()).isTrue();
            assertThat(ben.get("/api/me").statusCode()).isEqualTo(401);
          });
      assertThat(program.text()).doesNotContain("signedout");
    }
  }

  @Test
  void signing_out_here_leaves_no_session_behind() throws Exception {
    Browser desk = signedIn("ben");
    Browser phone = signedIn("ben");

    phone.get("/signout");

    assertThat(JSON.readTree(desk.get("/api/sessions").body())).hasSize(1);
  }

  @Test
  void one_person_s_session_does_not_open_with_the_tokens_of_another() throws Exception {
    Browser ben = signedIn("ben");
    Browser cleo = signedIn("cleo");
    String mixed =
        ben.cookieHeader().replaceFirst("(q_session[a-z_0-9]*=)[^.]{43}", "$1" + secret(cleo));

    nobody().header("Cookie", mixed).get("/api/me").then().statusCode(401);
    nobody().header("Cookie", mixed).get("/api/me").then().statusCode(401);
  }

  private Browser signedIn(String person) {
    Browser browser = new Browser(app);
    browser.signIn(person, "/");
    return browser;
  }

  private static String secret(Browser browser) {
    return browser.cookies().stream()
        .filter(cookie -> cookie.getName().startsWith("q_session"))
        .map(cookie -> cookie.getValue().substring(0, 43))
        .findFirst()
        .orElseThrow();
  }

  private static String current(Browser browser) throws Exception {
    return JSON.readTree(browser.get("/api/sessions").body())
        .valueStream()
        .filter(session -> session.get("current").asBoolean())
        .findFirst()
        .orElseThrow()
        .get("id")
        .asText();
  }
}
