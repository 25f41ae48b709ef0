package dev.liveartifacts.connector.signin;

import dev.liveartifacts.infra.keycloak.Keycloak;
import dev.liveartifacts.infra.keycloak.RealmAdmin;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * A realm of a real Keycloak, through its administrator's eyes and those of the server it guards.
 */
final class KeycloakRealm implements AutoCloseable {
  static final String USER = "ben.okri";
  static final String PASSWORD = "a-long-password";

  private static final String SERVER = "erp";
  private static final String SERVER_SECRET = "erp-secret";

  private final String url;
  private final RealmAdmin admin;
  private final HttpClient web = HttpClient.newHttpClient();

  private KeycloakRealm(Keycloak keycloak) {
    this.url = keycloak.url() + "/realms/acme";
    this.admin = keycloak.admin();
  }

  /** Each refresh token works once. Whoever comes from this machine may register a client. */
  static KeycloakRealm in(Keycloak keycloak) {
    KeycloakRealm realm = new KeycloakRealm(keycloak);
    realm.admin.post(
        "",
        new JsonObject()
            .put("realm", "acme")
            .put("enabled", true)
            .put("revokeRefreshToken", true)
            .put("refreshTokenMaxReuse", 0)
            .put("eventsEnabled", true)
            .put(
                "enabledEventTypes", new JsonArray(List.of("REFRESH_TOKEN", "REFRESH_TOKEN_ERROR")))
            .encode());
    realm.addUser();
    realm.addServer();
    realm.letLoopbackRegister();
    return realm;
  }

  String issuer() {
    return url;
  }

  void tokensLive(int seconds) {
    admin.put("/acme", new JsonObject().put("accessTokenLifespan", seconds).encode());
  }

  /** Takes back what the user consented to, which ends the tokens that came of it. */
  void revoke() {
    String user =
        "/acme/users/"
            + all("/acme/users?username=" + USER).findFirst().orElseThrow().getString("id");
    all(user + "/consents")
        .forEach(consent -> admin.delete(user + "/consents/" + consent.getString("clientId")));
  }

  /** What Keycloak wrote down about refresh tokens that it was shown: type after type. */
  List<String> renewals() {
    return all("/acme/events").map(event -> event.getString("type")).toList();
  }

  void forgetRenewals() {
    admin.delete("/acme/events");
  }

  /** Keycloak's own word on a token, as a resource server gets it (RFC 7662). */
  CompletionStage<Boolean> isActive(String token) {
    String form =
        "client_id="
            + SERVER
            + "&client_secret="
            + SERVER_SECRET
            + "&token="
            + URLEncoder.encode(token, StandardCharsets.UTF_8);
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(url + "/protocol/openid-connect/token/introspect"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return web.sendAsync(question, HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> new JsonObject(answer.body()).getBoolean("active"));
  }

  private void addUser() {
    JsonObject credential =
        new JsonObject().put("type", "password").put("value", PASSWORD).put("temporary", false);
    admin.post(
        "/acme/users",
        new JsonObject()
            .put("username", USER)
            .put("enabled", true)
            .put("email", "ben@acme.test")
            .put("emailVerified", true)
            .put("firstName", "Ben")
            .put("lastName", "Okri")
            .put("credentials", new JsonArray().add(credential))
            .encode());
  }

  /** The server that asks about tokens; every token is meant for it. */
  private void addServer() {
    admin.post(
        "/acme/clients",
        new JsonObject()
            .put("clientId", SERVER)
            .put("secret", SERVER_SECRET)
            .put("standardFlowEnabled", false)
            .encode());
    String everybodys =
        all("/acme/client-scopes")
            .filter(scope -> "basic".equals(scope.getString("name")))
            .findFirst()
            .orElseThrow()
            .getString("id");
    admin.post(
        "/acme/client-scopes/" + everybodys + "/protocol-mappers/models",
        new JsonObject()
            .put("name", SERVER)
            .put("protocol", "openid-connect")
            .put("protocolMapper", "oidc-audience-mapper")
            .put(
                "config",
                new JsonObject()
                    .put("included.client.audience", SERVER)
                    .put("access.token.claim", "true")
                    .put("introspection.token.claim", "true"))
            .encode());
  }

  private void letLoopbackRegister() {
    String policies =
        "/acme/components?type=org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy";
    JsonObject trusted =
        all(policies)
            .filter(policy -> "trusted-hosts".equals(policy.getString("providerId")))
            .findFirst()
            .orElseThrow();
    trusted
        .getJsonObject("config")
        .put("trusted-hosts", new JsonArray().add("127.0.0.1").add("localhost"));
    admin.put("/acme/components/" + trusted.getString("id"), trusted.encode());
  }

  private Stream<JsonObject> all(String path) {
    return new JsonArray(admin.get(path)).stream().map(JsonObject.class::cast);
  }

  @Override
  public void close() {
    web.close();
  }
}
