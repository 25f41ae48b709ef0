package dev.liveartifacts.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.infra.keycloak.Keycloak;
import dev.liveartifacts.infra.keycloak.RealmAdmin;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.local.system.LocalSystem;
import dev.liveartifacts.local.system.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The whole product with a real Keycloak instead of the sign-in server of a test, with the realm
 * that is deployed, and what Keycloak's administrator does there.
 */
final class KeycloakSystem implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path REALM = Path.of("k8s/components/keycloak/live-realm.json");
  private static final String SERVICE = "artifact-service";
  private static final String PASSWORD = "a-long-password";

  final LocalSystem system;
  private final Keycloak keycloak;
  private final RealmAdmin admin;

  private KeycloakSystem(LocalSystem system, Keycloak keycloak) {
    this.system = system;
    this.keycloak = keycloak;
    this.admin = keycloak.admin();
  }

  /**
   * Starts Keycloak, then everything else.
   *
   * @param seconds how long an access token lives; what has half a minute left is renewed
   */
  static KeycloakSystem start(int seconds) {
    Options options = Options.forTest(temporary()).withoutSeed();
    String origin = "http://localhost:" + options.ports().artifactService();
    String secret = UUID.randomUUID().toString();
    Keycloak keycloak =
        new Keycloak(
            Path.of(System.getProperty("keycloak.home", "target/keycloak")),
            Loopback.freePort(),
            Path.of("target/keycloak.log"),
            options.home().resolve(REALM),
            Map.of(
                "ARTIFACT_SERVICE_CLIENT_SECRET", secret,
                "LIVE_APP_ORIGIN", origin,
                "LIVE_BACKCHANNEL_LOGOUT_URL", origin + "/backchannel-logout"));
    Runtime.getRuntime().addShutdownHook(new Thread(keycloak::stop, "stop Keycloak"));
    keycloak.start();
    try {
      keycloak
          .admin()
          .put(
              "/live",
              """
              {"accessTokenLifespan": %d, "eventsEnabled": true,
               "enabledEventTypes": ["REFRESH_TOKEN", "LOGOUT", "CODE_TO_TOKEN"]}\
              """
                  .formatted(seconds));
      return new KeycloakSystem(
          LocalSystem.start(signedInAt(options, keycloak.url() + "/realms/live", secret)),
          keycloak);
    } catch (RuntimeException e) {
      keycloak.stop();
      throw e;
    }
  }

  private static Options signedInAt(Options options, String issuer, String secret) {
    return options
        .withServiceSettings(
            Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer,
                "QUARKUS_OIDC_CREDENTIALS_SECRET", secret,
                "LIVE_MCP_SCOPES", "openid,profile,email,mcp"))
        .withArtifactSettings(
            Map.of(
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer,
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secret));
  }

  /** Somebody new who can sign in. */
  KeycloakUser joins(String firstName, String lastName, String... groups) {
    String username = firstName.toLowerCase(Locale.ROOT);
    Map<String, Object> user =
        Map.of(
            "username",
            username,
            "enabled",
            true,
            "email",
            username + "@acme.test",
            "emailVerified",
            true,
            "firstName",
            firstName,
            "lastName",
            lastName,
            "groups",
            List.of(groups),
            "credentials",
            List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
    admin.post("/live/users", JSON.valueToTree(user).toString());
    return new KeycloakUser(
        all("/live/users?exact=true&username=" + username)
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText(),
        username,
        PASSWORD,
        firstName + " " + lastName);
  }

  void leaves(KeycloakUser user, String group) {
    String id =
        all("/live/groups?exact=true&search=" + group).findFirst().orElseThrow().get("id").asText();
    admin.delete("/live/users/" + user.id() + "/groups/" + id);
  }

  /** All of this person's sessions end, as when they leave their desk open. */
  void endsSessions(KeycloakUser user) {
    admin.post("/live/users/" + user.id() + "/logout", "{}");
  }

  void disables(KeycloakUser user) {
    admin.put("/live/users/" + user.id(), "{\"enabled\": false}");
  }

  /** How often this has happened to the person, by what Keycloak wrote down. */
  long times(String event, KeycloakUser user) {
    return all("/live/events?max=500&client=" + SERVICE + "&type=" + event + "&user=" + user.id())
        .count();
  }

  private Stream<JsonNode> all(String path) {
    try {
      return JSON.readTree(admin.get(path)).valueStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("live-keycloak");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    system.close();
    keycloak.stop();
  }
}
