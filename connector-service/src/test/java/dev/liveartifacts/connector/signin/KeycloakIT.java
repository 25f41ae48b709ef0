package dev.liveartifacts.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.OAuthTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.SignInBrowser;
import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.keycloak.Keycloak;
import dev.liveartifacts.infra.process.Loopback;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at a real Keycloak, which a server asks about every token it is shown. */
@QuarkusTest
@ServiceUnderTest
class KeycloakIT {
  private static final String PLACE = "/.well-known/oauth-protected-resource/erp";

  private static final Keycloak KEYCLOAK =
      new Keycloak(
          Path.of(System.getProperty("keycloak.home", "target/keycloak")),
          Loopback.freePort(),
          Path.of("target/keycloak.log"));

  private static KeycloakRealm realm;

  private final McpTestServer mcp = new McpTestServer();
  private final OAuthTestServer describing = new OAuthTestServer();
  private final KeycloakLogin login = new KeycloakLogin();
  private volatile String shown = "";

  @BeforeAll
  static void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(KEYCLOAK::stop, "stop Keycloak"));
    KEYCLOAK.start();
    realm = KeycloakRealm.in(KEYCLOAK);
  }

  @AfterAll
  static void stop() {
    KEYCLOAK.stop();
    realm.close();
  }

  @BeforeEach
  void protect() {
    Infra.shared().reset("connector");
    JsonObject resource =
        new JsonObject()
            .put("resource", mcp.endpoint())
            .put("authorization_servers", new JsonArray().add(realm.issuer()));
    describing.at(
        PLACE,
        request ->
            request
                .response()
                .putHeader("Content-Type", "application/json")
                .end(resource.encode()));
    mcp.guardedFromAfar(this::refusal);
  }

  @AfterEach
  void close() {
    mcp.close();
    describing.close();
    login.close();
  }

  @Test
  void twenty_calls_at_once_after_a_token_s_end_renew_once() throws Exception {
    realm.tokensLive(5);
    String id = signedIn();
    call(id, 0).then().body("outcome", equalTo("fresh"));
    String first = shown;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !realm.isActive(first).toCompletableFuture().join());
    realm.tokensLive(600);
    realm.forgetRenewals();

    assertThat(outcomesOfTwenty(id)).hasSize(20).containsOnly("fresh");

    assertThat(realm.renewals()).containsExactly("REFRESH_TOKEN");
    assertThat(shown).isNotEqualTo(first);
  }

  @Test
  void after_an_administrator_s_revocation_one_sign_in_brings_data_again() {
    realm.tokensLive(600);
    String id = signedIn();
    call(id, 0).then().body("outcome", equalTo("fresh"));

    realm.revoke();

    call(id, 1).then().body("error.code", equalTo("needs_reauth"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            connector(id)
                .then()
                .body("state", equalTo("needs_sign_in"))
                .body("stateReason", containsString("session not found")));
    signIn(id);
    call(id, 1).then().body("outcome", equalTo("fresh"));
    connector(id).then().body("state", equalTo("connected"));
  }

  private String signedIn() {
    String id =
        Api.as("ada")
            .add(SignInIT.oauth(mcp.endpoint(), "person"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    signIn(id);
    connector(id)
        .then()
        .body("state", equalTo("connected"))
        .body("authorization.issuer", equalTo(realm.issuer()))
        .body("authorization.registration", equalTo("dynamic"));
    return id;
  }

  private void signIn(String id) {
    SignInBrowser ben = SignInBrowser.of("ben");
    String back = login.back(ben.begin(id)).toString();
    assertThat(ben.comeBack(back)).containsEntry("outcome", "connected");
  }

  private List<String> outcomesOfTwenty(String id) throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<java.util.concurrent.Future<String>> answers =
          callers.invokeAll(
              IntStream.range(100, 120)
                  .<Callable<String>>mapToObj(i -> () -> call(id, i).path("outcome"))
                  .toList(),
              60,
              TimeUnit.SECONDS);
      return answers.stream().map(java.util.concurrent.Future::resultNow).toList();
    }
  }

  private static Response connector(String id) {
    return Api.as("ben").request().get("/api/connectors/" + id);
  }

  private static Response call(String id, int number) {
    return Api.as("ben").call(id, "read", new JsonObject().put("n", number), "live");
  }

  private Future<Optional<McpTestServer.Refusal>> refusal(HttpServerRequest request) {
    String header = String.valueOf(request.getHeader("Authorization"));
    String challenge = "Bearer resource_metadata=\"" + describing.origin() + PLACE + "\"";
    if (!header.startsWith("Bearer ")) {
      return Future.succeededFuture(Optional.of(new McpTestServer.Refusal(401, challenge)));
    }
    shown = header.substring("Bearer ".length());
    return Future.fromCompletionStage(realm.isActive(shown))
        .map(active ->
            active
                ? Optional.empty()
                : Optional.of(
                    new McpTestServer.Refusal(401, challenge + ", error=\"invalid_token\"")));
  }
}
