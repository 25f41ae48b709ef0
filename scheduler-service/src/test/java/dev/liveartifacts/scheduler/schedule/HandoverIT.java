package dev.liveartifacts.scheduler.schedule;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.daily;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "scheduler"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "scheduler-service")
    })
class HandoverIT {
  private static final String WHY =
      "Its owner changed, and your permission to refresh it has ended.";

  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
  }

  @Test
  void whoever_has_an_artifact_no_more_finds_their_schedules_of_it_paused_and_is_told()
      throws SQLException {
    Map<String, Object> wanted = daily();
    String artifact = String.valueOf(wanted.get("artifactId"));
    String first = create("ben", wanted);
    String second = create("ben", wanted);
    String others = create("cleo", wanted);
    String elsewhere = create("ben", daily());
    handOver(artifact, "ben", null).then().statusCode(204);
    handOver(artifact, "ben", null).then().statusCode(204);

    for (String paused : new String[] {first, second}) {
      as("ben")
          .get("/api/schedules/" + paused)
          .then()
          .body("paused", equalTo(true))
          .body("pausedBy", equalTo("gone"))
          .body("pausedReason", equalTo(WHY))
          .body("nextAt", nullValue());
    }
    as("cleo").get("/api/schedules/" + others).then().body("paused", equalTo(false));
    as("ben").get("/api/schedules/" + elsewhere).then().body("paused", equalTo(false));
    assertThat(toBeTold()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void what_was_scheduled_after_the_artifact_came_back_goes_on() {
    Map<String, Object> wanted = daily();
    Instant before = Instant.now();
    String schedule = create("ben", wanted);

    handOver(String.valueOf(wanted.get("artifactId")), "ben", before).then().statusCode(204);

    as("ben").get("/api/schedules/" + schedule).then().body("paused", equalTo(false));
  }

  @Test
  void row_12_only_our_own_services_say_who_owns_what() {
    Map<String, Object> body = Map.of("artifactId", UUID.randomUUID().toString(), "subject", "ben");

    as("ada")
        .body(body)
        .post("/handovers")
        .then()
        .statusCode(403)
        .body("detail", equalTo("Only our own services say who owns what."));
    given().contentType(ContentType.JSON).body(body).post("/handovers").then().statusCode(401);
  }

  private static List<String> toBeTold() throws SQLException {
    try (Connection database = Infra.shared().database("scheduler").connect();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select schedule_id from schedule_paused")) {
      List<String> schedules = new ArrayList<>();
      while (rows.next()) {
        schedules.add(rows.getString(1));
      }
      return schedules;
    }
  }

  private static Response handOver(String artifact, String subject, @Nullable Instant before) {
    Map<String, Object> body = new HashMap<>();
    body.put("artifactId", artifact);
    body.put("issuer", Infra.shared().signIn().url());
    body.put("subject", subject);
    body.put("before", before == null ? null : before.toString());
    return given()
        .auth()
        .oauth2(Infra.shared().signIn().clientToken("artifact-service"))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/handovers");
  }
}
