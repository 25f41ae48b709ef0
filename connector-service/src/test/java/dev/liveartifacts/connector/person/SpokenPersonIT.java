package dev.liveartifacts.connector.person;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.SpeakingService;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person of whom artifact-service says who it is, as it does for a program with a token. */
@QuarkusTest
@ServiceUnderTest
@QuarkusTestResource(value = SpeakingService.class, restrictToAnnotatedClass = true)
class SpokenPersonIT {
  private final McpTestServer mcp = new McpTestServer();

  @BeforeEach
  void reset() {
    Infra.shared().reset("connector");
  }

  @AfterEach
  void close() {
    mcp.close();
  }

  @Test
  void is_the_same_person_as_with_a_token_of_the_sign_in_server() {
    String own = Api.as("ben").connect("Ben's own", mcp.endpoint(), "personal");

    connectors(SpeakingService.assertion(ben())).then().statusCode(200).body("id", hasItem(own));
  }

  @Test
  void row_14_is_believed_only_as_artifact_service_says_it_to_us() {
    Stream.of(
            ben().put("aud", "live-artifacts"),
            ben().put("iss", "urn:live-artifacts:another"),
            ben().put("iss", Infra.shared().signIn().url()),
            ben().put("exp", Instant.now().minusSeconds(60).getEpochSecond()))
        .map(SpeakingService::assertion)
        .forEach(token -> connectors(token).then().statusCode(401));
    connectors(SpeakingService.forged(ben())).then().statusCode(401);
  }

  private static Response connectors(String token) {
    return given().auth().oauth2(token).get("/api/connectors");
  }

  private static JsonObject ben() {
    long now = Instant.now().getEpochSecond();
    return new JsonObject()
        .put("iss", "urn:live-artifacts:artifact-service")
        .put("aud", "urn:live-artifacts:services")
        .put("sub", "ben")
        .put("person_iss", Infra.shared().signIn().url())
        .put("groups", new JsonArray().add("sales"))
        .put("iat", now)
        .put("exp", now + 300);
  }
}
