package dev.liveartifacts.scheduler;

import static io.restassured.RestAssured.given;

import dev.liveartifacts.infra.Infra;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Calls the service as a person would, through the gateway or not. */
public final class Api {
  private Api() {}

  public static RequestSpecification as(String person) {
    return given()
        .auth()
        .oauth2(Infra.shared().signIn().accessToken(person))
        .contentType(ContentType.JSON);
  }

  public static Map<String, Object> daily() {
    return timetable("0 7 * * *");
  }

  public static Map<String, Object> timetable(String cron) {
    Map<String, Object> schedule = new HashMap<>();
    schedule.put("artifactId", UUID.randomUUID().toString());
    schedule.put("artifactTitle", "Open pipeline");
    schedule.put("delegationId", UUID.randomUUID().toString());
    schedule.put("cron", cron);
    schedule.put("timeZone", "Europe/Berlin");
    return schedule;
  }

  public static String create(String person, Map<String, Object> schedule) {
    return as(person)
        .body(schedule)
        .post("/api/schedules")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
