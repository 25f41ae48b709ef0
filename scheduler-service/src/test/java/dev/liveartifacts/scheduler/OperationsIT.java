package dev.liveartifacts.scheduler;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.liveartifacts.infra.InfraResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "scheduler"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "scheduler-service")
    })
class OperationsIT {
  @Test
  void it_says_that_it_lives_and_is_ready() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void it_measures_how_late_it_fires_and_what_kafka_takes() {
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("live_firing_lateness_seconds_count"),
                containsString("live_outbox_accepted_total"),
                containsString("live_outbox_refused_total")));
  }

  @Test
  void it_describes_its_interface() {
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths", hasKey("/api/schedules"))
        .body("paths", hasKey("/api/schedules/{id}/run"))
        .body("paths", hasKey("/api/schedules/reading"));
  }
}
