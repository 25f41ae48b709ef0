package dev.liveartifacts.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.OAuthTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.SignInBrowser;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody signs in to a connector, from the button to the first answer. */
@QuarkusTest
@ServiceUnderTest
class SignInIT {
  private final McpTestServer mcp = new McpTestServer();
  private final OAuthTestServer oauth = new OAuthTestServer();

  @BeforeEach
  void protect() {
    Infra.shared().reset("connector");
    oauth.protect(mcp, "read");
  }

  @AfterEach
  void close() {
    mcp.close();
    oauth.close();
  }

  @Test
  void one_sign_in_lets_calls_through_for_that_person_alone() {
    String id = connector("person");
    Api.as("ben").call(id, "read").then().body("error.code", equalTo("needs_reauth"));

    Map<String, String> end = SignInBrowser.of("ben").signIn(id);

    assertThat(end).containsEntry("outcome", "connected").containsEntry("connector", id);
    Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));
    Api.as("cleo").call(id, "read").then().body("error.code", equalTo("needs_reauth"));
    Api.as("ben")
        .request()
        .get("/api/connectors/" + id)
        .then()
        .body("state", equalTo("connected"))
        .body("connectionScope", equalTo("person"))
        .body("authorization.issuer", equalTo(oauth.issuer()))
        .body("authorization.registration", equalTo("dynamic"));
  }

  @Test
  void row_10_one_sign_in_serves_the_workspace_only_where_an_administrator_said_so() {
    String id = connector("workspace");

    assertThat(SignInBrowser.of("ben").signIn(id))
        .containsEntry("outcome", "refused")
        .hasEntrySatisfying("message", words -> assertThat(words).contains("administrators"));
    SignInBrowser.of("ada").signIn(id);

    Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));
  }

  @Test
  void a_sign_in_that_was_not_begun_here_is_refused_whoever_brings_it() {
    String id = connector("person");
    SignInBrowser ben = SignInBrowser.of("ben");
    String back = ben.consent(ben.begin(id));

    Map<String, String> byAnother = SignInBrowser.of("cleo").comeBack(back);
    Map<String, String> forged = ben.comeBack(back.replaceFirst("state=.", "state=-"));
    Map<String, String> without = ben.comeBack(back.replaceFirst("state=[^&]*", "x=y"));
    Map<String, String> own = ben.comeBack(back);
    Map<String, String> twice = ben.comeBack(back);

    assertThat(own).containsEntry("outcome", "connected");
    assertThat(List.of(byAnother, forged, without, twice))
        .allSatisfy(answer -> assertThat(answer).containsEntry("outcome", "refused"));
    Api.as("cleo").call(id, "read").then().body("error.code", equalTo("needs_reauth"));
  }

  @Test
  void row_6_an_answer_of_another_issuer_is_not_redeemed() {
    String id = connector("person");
    oauth.answeringAs(oauth.issuer() + "/");

    assertThat(SignInBrowser.of("ben").signIn(id)).containsEntry("outcome", "refused");

    assertThat(oauth.tokenRequests()).isEmpty();
  }

  @Test
  void a_person_who_declines_is_told_so() {
    String id = connector("person");
    oauth.denying("access_denied");

    assertThat(SignInBrowser.of("ben").signIn(id))
        .containsEntry("outcome", "refused")
        .containsEntry("message", "The sign-in was declined.");
  }

  @Test
  void tokens_that_the_server_ended_are_renewed_once_and_then_a_person_is_asked() {
    String id = connector("person");
    SignInBrowser.of("ben").signIn(id);
    oauth.endAccess();

    Api.as("ben")
        .call(id, "read", new JsonObject(), "live")
        .then()
        .body("outcome", equalTo("fresh"));
    assertThat(oauth.renewals()).isOne();

    oauth.endEverything();
    Api.as("ben")
        .call(id, "read", new JsonObject(), "live")
        .then()
        .body("error.code", equalTo("needs_reauth"));
    await()
        .untilAsserted(() ->
            Api.as("ben")
                .request()
                .get("/api/connectors/" + id)
                .then()
                .body("state", equalTo("needs_sign_in"))
                .body("stateReason", containsString("No such grant")));
    int asked = oauth.asked().size();
    Api.as("ben").call(id, "read", new JsonObject(), "live");
    assertThat(oauth.asked()).hasSize(asked);

    SignInBrowser.of("ben").signIn(id);
    Api.as("ben")
        .call(id, "read", new JsonObject(), "live")
        .then()
        .body("outcome", equalTo("fresh"));
  }

  @Test
  void row_10_nothing_that_was_cached_before_a_sign_in_is_served_after_it() {
    String id = connector("person");
    SignInBrowser.of("ben").signIn(id);
    Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));
    int calls = mcp.calls();

    SignInBrowser.of("ben").signIn(id);
    Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));

    assertThat(mcp.calls()).isEqualTo(calls + 1);
  }

  @Test
  void twenty_calls_at_once_renew_once() throws Exception {
    String id = connector("person");
    SignInBrowser.of("ben").signIn(id);
    Api.as("ben").call(id, "read");
    oauth.renewingSlowly(300);
    oauth.endAccess();

    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  callers.submit(() ->
                      Api.as("ben")
                          .call(id, "read", new JsonObject().put("n", i), "live")
                          .<String>path("outcome")))
              .toList();
      for (Future<String> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("fresh");
      }
    }

    assertThat(oauth.renewals()).isOne();
  }

  @Test
  void a_tool_that_wants_more_asks_for_everything_at_once_and_not_for_ever() {
    String id = connector("person");
    SignInBrowser.of("ben").signIn(id);
    oauth.protect(mcp, "read write");
    oauth.describe("/.well-known/oauth-protected-resource/" + mcp.port(), mcp.endpoint(), "write");

    Api.as("ben")
        .call(id, "read", new JsonObject(), "live")
        .then()
        .body("error.code", equalTo("needs_reauth"))
        .body("error.message", containsString("more permission"));
    String asked = SignInBrowser.query(SignInBrowser.of("ben").begin(id)).get("scope");
    assertThat(String.valueOf(asked).split(" ")).containsExactlyInAnyOrder("read", "write");

    SignInBrowser.of("ben").signIn(id);
    Api.as("ben")
        .call(id, "read", new JsonObject(), "live")
        .then()
        .body("outcome", equalTo("fresh"));
    oauth.granting("read").endAccess();
    SignInBrowser.of("ben").signIn(id);
    Api.as("ben")
        .call(id, "read", new JsonObject(), "live")
        .then()
        .body("error.code", equalTo("upstream_error"));
  }

  @Test
  void whoever_disconnects_is_forgotten_here_and_at_the_server() {
    String id = connector("person");
    SignInBrowser.of("ben").signIn(id);

    Api.as("ben")
        .request()
        .delete("/api/connectors/" + id + "/connection")
        .then()
        .statusCode(200)
        .body("state", equalTo("revoked"));

    assertThat(oauth.revoked())
        .hasSize(2)
        .anyMatch(token -> token.startsWith("refresh-"))
        .anyMatch(token -> token.startsWith("access-"));
    Api.as("ben").call(id, "read").then().body("error.code", equalTo("needs_reauth"));
  }

  @Test
  void a_client_that_was_entered_by_hand_is_used_where_nobody_can_register() {
    oauth.describedAs(document -> {
      document.remove("registration_endpoint");
      return document;
    });
    oauth.know("by-hand");
    String id = connector("person");
    assertThat(SignInBrowser.of("ben").signIn(id))
        .hasEntrySatisfying("message", words -> assertThat(words).contains("administrator"));
    String client = new JsonObject().put("clientId", "by-hand").put("clientSecret", "s").encode();

    Api.as("ben")
        .request()
        .body(client)
        .put("/api/connectors/" + id + "/client")
        .then()
        .statusCode(403);
    Api.as("ada")
        .request()
        .body(client)
        .put("/api/connectors/" + id + "/client")
        .then()
        .statusCode(200)
        .body("authorization.registration", equalTo("configured"));

    assertThat(SignInBrowser.of("ben").signIn(id)).containsEntry("outcome", "connected");
  }

  @Test
  void a_client_that_the_server_forgot_is_registered_again() {
    String id = connector("person");
    SignInBrowser ben = SignInBrowser.of("ben");
    String back = ben.consent(ben.begin(id));
    oauth.forgetClients();

    assertThat(ben.comeBack(back)).containsEntry("outcome", "refused");
    assertThat(ben.signIn(id)).containsEntry("outcome", "connected");

    assertThat(oauth.registrations()).isEqualTo(2);
  }

  @Test
  void row_6_another_authorization_server_is_registered_at_anew() {
    String id = connector("person");
    SignInBrowser.of("ben").signIn(id);
    try (OAuthTestServer other = new OAuthTestServer("/other")) {
      other.protect(mcp, "read");

      assertThat(SignInBrowser.of("ben").signIn(id)).containsEntry("outcome", "connected");

      assertThat(other.registrations()).isOne();
      assertThat(other.tokenRequests())
          .allSatisfy(form -> assertThat(form.toString()).doesNotContain("refresh-"));
      Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));
    }
  }

  @Test
  void row_20_no_token_is_stored_in_the_clear_or_told_to_anybody() throws Exception {
    String id = connector("person");
    SignInBrowser.of("ben").signIn(id);
    Api.as("ben").call(id, "read");

    String told = Api.as("ben").request().get("/api/connectors/" + id).asString();

    assertThat(told).doesNotContain("access-", "refresh-", "secret-of-");
    for (String table : List.of("connection", "oauth_client", "sign_in_attempt")) {
      assertThat(stored(table)).doesNotContain("access-", "refresh-", "secret-of-");
    }
  }

  private static String stored(String table) throws SQLException {
    try (var connection = Infra.shared().database("connector").connect();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select string_agg(t::text || encode(coalesce(secret, ''), 'escape'), '')"
                        + " from "
                        + table
                        + " t")) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  @Test
  void people_enter_keys_of_their_own() {
    mcp.guardedBy(request -> Optional.empty()).requiring("bens-key");
    String id =
        Api.as("ada")
            .add(
                new JsonObject()
                    .put("name", "Keys")
                    .put("endpoint", mcp.endpoint())
                    .put("scope", "workspace")
                    .put("signIn", "bearer")
                    .put("connectionScope", "person"))
            .then()
            .statusCode(201)
            .body("state", equalTo("needs_sign_in"))
            .extract()
            .path("id");

    Api.as("ben")
        .request()
        .body("{\"secret\":\"bens-key\"}")
        .put("/api/connectors/" + id + "/connection")
        .then()
        .statusCode(200)
        .body("state", equalTo("connected"));

    Api.as("ben").call(id, "read").then().body("outcome", equalTo("fresh"));
    Api.as("cleo").call(id, "read").then().body("error.code", equalTo("needs_reauth"));
  }

  @Test
  void what_is_behind_an_endpoint_is_told_before_it_is_added() {
    Api.as("ben")
        .request()
        .body(new JsonObject().put("endpoint", mcp.endpoint()).put("signIn", "none").encode())
        .post("/api/connectors/check")
        .then()
        .body("ok", equalTo(true))
        .body("signIn", equalTo("oauth"))
        .body("authorization.issuer", equalTo(oauth.issuer()))
        .body("authorization.registration", equalTo("dynamic"));
  }

  static JsonObject oauth(String endpoint, String connectionScope) {
    return new JsonObject()
        .put("name", "Acme Accounting")
        .put("endpoint", endpoint)
        .put("scope", "workspace")
        .put("signIn", "oauth")
        .put("connectionScope", connectionScope);
  }

  private String connector(String connectionScope) {
    return Api.as("ada")
        .add(oauth(mcp.endpoint(), connectionScope))
        .then()
        .statusCode(201)
        .body("state", equalTo("needs_sign_in"))
        .body("stateReason", startsWith("Nobody"))
        .extract()
        .path("id");
  }
}
