package dev.liveartifacts.artifact.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** Programs that speak for a person with a token. */
@QuarkusTest
class ApiTokenIT extends RunningService {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void a_token_opens_what_its_person_may_within_its_scopes() throws Exception {
    String artifact = create("ben");
    create("cleo");
    Browser ben = signedIn("ben");
    RequestSpecification reader = with(make(ben, "\"read\"").get("secret").asText());

    reader.get("/api/me").then().statusCode(200).body("name", equalTo("Ben Okri"));
    reader
        .get("/api/artifacts")
        .then()
        .statusCode(200)
        .body(containsString(artifact))
        .body(not(containsString("Cleo")));
    reader
        .body(Map.of("html", "<p>"))
        .post("/api/artifacts")
        .then()
        .statusCode(403)
        .body("detail", equalTo("This token lacks the scope “write”."));
    with(make(ben, "\"write\"").get("secret").asText())
        .body(Map.of("html", "<p>"))
        .post("/api/artifacts")
        .then()
        .statusCode(201);
  }

  @Test
  void no_token_makes_tokens_ends_sessions_or_administers() throws Exception {
    Browser ada = signedIn("ada");
    RequestSpecification all =
        with(make(ada, "\"read\",\"write\",\"refresh\"").get("secret").asText());
    String id = JSON.readTree(ada.get("/api/me").body()).get("id").asText();

    all.get("/api/tokens").then().statusCode(403);
    all.body(wanted("\"read\"")).post("/api/tokens").then().statusCode(403);
    all.delete("/api/sessions").then().statusCode(403);
    all.get("/api/admin/people/" + id + "/tokens").then().statusCode(403);
  }

  @Test
  void the_audit_log_says_which_token_it_was_also_of_what_was_refused() throws Exception {
    Browser ben = signedIn("ben");
    JsonNode made = make(ben, "\"read\"");
    with(made.get("secret").asText())
        .body(Map.of("html", "<p>"))
        .post("/api/artifacts")
        .then()
        .statusCode(403);
    ben.delete("/api/tokens/" + made.get("id").asText());

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            as("ada")
                .get("/api/admin/audit?person=Ben&action=artifact.create")
                .then()
                .body("items[0].outcome", equalTo("refused"))
                .body("items[0].actor", equalTo("program"))
                .body("items[0].tokenId", equalTo(made.get("id").asText()))
                .body("items[0].token", equalTo("Nightly report")));
  }

  @Test
  void row_14_our_mcp_server_takes_no_such_token() throws Exception {
    String secret = make(signedIn("ben"), "\"read\",\"write\"").get("secret").asText();

    with(secret).body(Mcp.request("tools/list", Map.of())).post("/mcp").then().statusCode(401);
  }

  @Test
  void a_token_is_shown_once_and_only_its_hash_is_kept() throws Exception {
    Browser ben = signedIn("ben");
    JsonNode made = make(ben, "\"read\"");
    String secret = made.get("secret").asText();
    assertThat(secret).matches("la_[A-Za-z0-9_-]{43}");
    with(secret).get("/api/me").then().statusCode(200);

    assertThat(ben.get("/api/tokens").body()).contains("Nightly report").doesNotContain(secret);
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            assertThat(ben.get("/api/tokens").body()).contains("\"lastUsedFrom\":\"127.0.0.1\""));
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("select encode(sha256, 'hex'), t::text from api_token t")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).hasSize(64);
      assertThat(row.getString(2)).doesNotContain(secret.substring(3));
    }
  }

  @Test
  void a_token_that_is_revoked_here_or_elsewhere_opens_nothing_within_seconds() throws Exception {
    Browser ben = signedIn("ben");
    JsonNode one = make(ben, "\"read\"");
    JsonNode other = make(ben, "\"read\"");
    RequestSpecification first = with(one.get("secret").asText());
    RequestSpecification second = with(other.get("secret").asText());
    first.get("/api/me").then().statusCode(200);
    second.get("/api/me").then().statusCode(200);

    assertThat(ben.delete("/api/tokens/" + one.get("id").asText()).statusCode()).isEqualTo(204);
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> first.get("/api/me").then().statusCode(401));
    second.get("/api/me").then().statusCode(200);

    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.executeUpdate("delete from api_token");
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> second.get("/api/me").then().statusCode(401));
  }

  @Test
  void a_token_rests_when_its_person_has_not_signed_in_for_long_and_ends_at_its_end()
      throws Exception {
    Browser ben = signedIn("ben");
    RequestSpecification program = with(make(ben, "\"read\"").get("secret").asText());
    program.get("/api/me").then().statusCode(200);

    execute("update person set signed_in_at = now() - interval '31 days'");
    Awaitility.await()
        .atMost(Duration.ofSeconds(6))
        .untilAsserted(() -> program.get("/api/me").then().statusCode(401));
    signedIn("ben");
    program.get("/api/me").then().statusCode(200);
    execute("update api_token set expires_at = now()");
    Awaitility.await()
        .atMost(Duration.ofSeconds(6))
        .untilAsserted(() -> program.get("/api/me").then().statusCode(401));
  }

  @Test
  void nobody_gets_a_token_without_an_end_a_name_or_a_scope() {
    Browser ben = signedIn("ben");
    String late = Instant.now().plus(Duration.ofDays(400)).toString();

    assertThat(post(ben, "{\"name\":\"x\",\"scopes\":[\"read\"]}")).isEqualTo(400);
    assertThat(post(ben, wanted("\"read\"").replace("Nightly report", " "))).isEqualTo(400);
    assertThat(post(ben, wanted(""))).isEqualTo(400);
    assertThat(post(ben, wanted("\"everything\""))).isEqualTo(400);
    assertThat(post(ben, "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"" + late + "\"}"))
        .isEqualTo(400);
  }

  @Test
  void the_other_services_hear_from_us_who_it_is_and_can_check_it() throws Exception {
    RequestSpecification program = with(make(signedIn("ben"), "\"read\"").get("secret").asText());

    program.get("/api/connectors").then().statusCode(200);

    String said = connectors.asked("GET /api/connectors").getLast().header("Authorization");
    JsonWebKeySet keys = new JsonWebKeySet(nobody().get("/keys/people.json").asString());
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
            .setExpectedIssuer("urn:live-artifacts:artifact-service")
            .setExpectedAudience("urn:live-artifacts:services")
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(6)
            .build()
            .processToClaims(said.substring("Bearer ".length()));
    assertThat(claims.getSubject()).isEqualTo("ben");
    assertThat(claims.getClaimValueAsString("person_iss")).isEqualTo(infra.signIn().url());
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("sales");
    assertThat(nobody().get("/keys/people.json").asString()).doesNotContain("\"d\"");
    // what we say to the others opens nothing here
    given()
        .baseUri(app.toString())
        .header("Authorization", said)
        .get("/api/me")
        .then()
        .statusCode(401);
  }

  @Test
  void an_administrator_sees_and_ends_somebody_s_tokens() throws Exception {
    Browser ben = signedIn("ben");
    RequestSpecification program = with(make(ben, "\"read\"").get("secret").asText());
    String id = JSON.readTree(ben.get("/api/me").body()).get("id").asText();

    as("cleo").get("/api/admin/people/{id}/tokens", id).then().statusCode(403);
    as("ada")
        .get("/api/admin/people/{id}/tokens", id)
        .then()
        .statusCode(200)
        .body("$", hasSize(1))
        .body("[0].expiresAt", notNullValue());
    as("ada").delete("/api/admin/people/{id}/tokens", id).then().statusCode(204);

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> program.get("/api/me").then().statusCode(401));
    assertThat(ben.delete("/api/tokens/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  private Browser signedIn(String person) {
    Browser browser = new Browser(app);
    browser.signIn(person, "/");
    return browser;
  }

  private JsonNode make(Browser browser, String scopes) throws Exception {
    HttpResponse<String> made =
        browser.post("/api/tokens", wanted(scopes), "Sec-Fetch-Site", "same-origin");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JSON.readTree(made.body());
  }

  private static int post(Browser browser, String body) {
    return browser.post("/api/tokens", body, "Sec-Fetch-Site", "same-origin").statusCode();
  }

  private static String wanted(String scopes) {
    return "{\"name\":\"Nightly report\",\"scopes\":[%s],\"expiresAt\":\"%s\"}"
        .formatted(scopes, Instant.now().plus(Duration.ofDays(30)));
  }

  private RequestSpecification with(String secret) {
    return given()
        .baseUri(app.toString())
        .header("Authorization", "Bearer " + secret)
        .contentType(ContentType.JSON);
  }

  private void execute(String sql) throws Exception {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
