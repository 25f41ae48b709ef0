package dev.liveartifacts.connector.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.redis.Redis;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
@SuppressWarnings("NullAway.Init")
class RedisAwayIT {
  private final Api ada = Api.as("ada");

  Redis redis;
  private McpTestServer crm;
  private String id;

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
    crm = new McpTestServer();
    id = ada.connect("Acme CRM", crm.endpoint(), "workspace");
    ada.call(id, "read");
  }

  @AfterEach
  void end() {
    if (!redis.process().alive()) {
      redis.start();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> redisState().equals("there"));
    crm.close();
  }

  private String redisState() {
    return given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .extract()
        .path("checks.find { it.name == 'Redis' }.data.state");
  }

  @Test
  void without_redis_calls_are_answered_and_with_it_again_cached() {
    ada.call(id, "read").then().body("cached", equalTo(true));

    redis.process().kill();

    for (int i = 0; i < 20; i++) {
      ada.call(id, "read", new JsonObject().put("i", i), "cached")
          .then()
          .statusCode(200)
          .time(lessThan(5000L))
          .body("outcome", equalTo("fresh"))
          .body("cached", equalTo(false));
    }
    ada.request().get("/api/connectors/" + id + "/tools").then().statusCode(200);
    String name = "Changed while Redis is away";
    ada.request()
        .body(new JsonObject().put("name", name).encode())
        .patch("/api/connectors/" + id)
        .then()
        .statusCode(200);
    assertThat(redisState()).startsWith("away");

    redis.start();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          ada.call(id, "read");
          ada.call(id, "read").then().body("cached", equalTo(true));
        });
    assertThat(redisState()).isEqualTo("there");
  }

  @Test
  void a_source_that_fails_while_redis_is_away_fails_softly() {
    redis.process().kill();
    crm.next((request, call) -> request.response().setStatusCode(500).end());

    ada.call(id, "read", new JsonObject(), "live")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("server_unavailable"));
  }
}
