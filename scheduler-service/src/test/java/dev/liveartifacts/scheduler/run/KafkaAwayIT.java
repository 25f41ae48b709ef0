package dev.liveartifacts.scheduler.run;

import static dev.liveartifacts.scheduler.Api.as;
import static dev.liveartifacts.scheduler.Api.create;
import static dev.liveartifacts.scheduler.Api.timetable;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import dev.liveartifacts.scheduler.KafkaSide;
import dev.liveartifacts.scheduler.OwnKafka;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "scheduler"),
      @ResourceArg(name = "signin", value = "scheduler-service")
    })
@WithTestResource(OwnKafka.class)
class KafkaAwayIT {
  @BeforeEach
  void nothingIsScheduled() {
    Infra.shared().reset("scheduler");
  }

  @Test
  void what_was_asked_for_while_kafka_was_away_arrives_after() {
    OwnKafka.kill();

    List<String> schedules =
        IntStream.range(0, 3).mapToObj(i -> create("ben", timetable("0 7 * * *"))).toList();
    schedules.forEach(id -> as("ben").post("/api/schedules/" + id + "/run").then().statusCode(202));
    given().get("/q/health/ready").then().statusCode(200);
    await().atMost(Duration.ofSeconds(60)).until(() -> attemptsThatFailed() >= 2);
    assertThat(schedules).allMatch(id -> state(id).equals("requested"));

    OwnKafka.launch();

    try (KafkaSide kafka = new KafkaSide(OwnKafka.bootstrap(), "")) {
      kafka.watch("refresh.requested");
      schedules.forEach(kafka::await);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(schedules).allMatch(id -> state(id).equals("running")));
  }

  private static double attemptsThatFailed() {
    String metrics = given().get("/q/metrics").asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith("live_outbox_refused_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static String state(String schedule) {
    return as("ben").get("/api/schedules/" + schedule).path("lastRun.state");
  }
}
