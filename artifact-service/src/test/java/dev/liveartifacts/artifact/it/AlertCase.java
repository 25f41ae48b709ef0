package dev.liveartifacts.artifact.it;

import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import dev.liveartifacts.artifact.it.FakeService.Reply;
import dev.liveartifacts.artifact.it.FinishedRuns.Made;
import dev.liveartifacts.artifact.snapshot.SnapshotStored;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** From a finished run to a message: over real Kafka, PostgreSQL and SMTP. */
abstract class AlertCase extends RunningService {
  static final String HOOK = "https://hooks.example.com/x";

  @Inject ObjectMapper json;

  @Inject Event<SnapshotStored> stored;

  Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(3));

  int runsMade;

  FinishedRuns runs;

  GreenMail mail;

  @BeforeEach
  void begin() {
    runs = new FinishedRuns(infra, json, connectors);
    mail = MailServer.started(ConfigProvider.getConfig().getValue("live.mail.port", Integer.class));
    connectors
        .on("POST /deliveries/check", Reply.json(204, ""))
        .on("POST /deliveries", Reply.json("{\"outcome\":\"accepted\"}"));
  }

  @AfterEach
  void end() {
    runs.close();
    mail.stop();
  }

  void refresh(String id, int amount) {
    finish(id, deals(amount));
  }

  void finish(String id, Made... calls) {
    at = at.plusSeconds(60);
    runs.finish(id, at, calls);
    int wanted = ++runsMade;
    soon()
        .untilAsserted(() ->
            as("ben").get("/api/artifacts/{id}/snapshots", id).then().body("$", hasSize(wanted)));
  }

  static Made deals(int amount) {
    return deals(
        "{\"structuredContent\":{\"deals\":[{\"id\":1,\"amount\":%d}]}}".formatted(amount));
  }

  static Made deals(String result) {
    return Made.good(0, "list_deals", Map.of(), result);
  }

  void signerIsKnown() {
    connectors.onAny("PUT /deliveries/signers/", asked -> Reply.json("{\"secret\":\"whsec_x\"}"));
  }

  static Map<String, Object> above(int threshold) {
    return wish(
        Map.of("kind", "aggregate", "of", "sum", "field", "amount"),
        Map.of("op", ">", "value", threshold));
  }

  static Map<String, Object> wish(Map<String, ?> measure, Map<String, ?> comparison) {
    Map<String, Object> condition = new HashMap<>();
    condition.put("connectorId", CRM.toString());
    condition.put("tool", "list_deals");
    condition.put("measure", measure);
    condition.put("comparison", comparison);
    Map<String, Object> wish = new HashMap<>();
    wish.put("condition", condition);
    wish.put("mail", true);
    wish.put("tellWhenOver", false);
    return wish;
  }

  /** Who got a mail from an alert; sharing tells by mail as well. */
  List<String> alerted() throws Exception {
    List<String> people = new ArrayList<>();
    for (MimeMessage told : mail.getReceivedMessages()) {
      if (told.getContent().toString().contains("You asked to be told")) {
        people.add(told.getAllRecipients()[0].toString());
      }
    }
    return people;
  }

  Response add(String person, String id, Map<String, Object> wish) {
    return post(person, id, wish).then().statusCode(201).extract().response();
  }

  Response post(String person, String id, Map<String, Object> wish) {
    return as(person).body(wish).post("/api/artifacts/{id}/alerts", id);
  }

  String state(String person, String id) {
    JsonPath all = as(person).get("/api/artifacts/{id}/alerts", id).jsonPath();
    return all.getString("[0].state");
  }

  static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}
