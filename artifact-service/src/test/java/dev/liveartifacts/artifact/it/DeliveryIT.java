package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.artifact.delivery.DeliveryStore;
import dev.liveartifacts.artifact.delivery.Message;
import dev.liveartifacts.artifact.delivery.Sent;
import dev.liveartifacts.contracts.refresh.SchedulePaused;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails and webhooks leave this service, and people are told what did not arrive. */
@QuarkusTest
@WithTestResource(MailServer.class)
class DeliveryIT extends RunningService {
  private static final String HOOK = "https://hooks.example.com/x";

  @Inject Pool pool;
  @Inject DeliveryStore store;
  @Inject DeliveryLoop loop;
  @Inject ObjectMapper json;
  private final UUID about = UUID.randomUUID();
  private GreenMail mail;

  @BeforeEach
  void startMail() {
    mail = MailServer.started(port());
  }

  @AfterEach
  void stopMail() {
    mail.stop();
  }

  @Test
  void a_mail_arrives_and_nobodys_absence_note_answers_it() throws Exception {
    put(mailTo("ben@acme.test"), Instant.now());

    MimeMessage received = received();

    assertThat(received.getSubject()).isEqualTo("Größer als 100");
    assertThat(received.getContent().toString()).contains("Sum of amount is 120 — above 100.");
    assertThat(received.getFrom()[0]).hasToString("Live Artifacts <live@acme.test>");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received.getHeader("Message-ID"))
        .hasSize(1)
        .allMatch(id -> id.endsWith("@localhost>"));
    Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactly("delivered"));
  }

  @Test
  void a_mail_waits_for_its_server_and_arrives_once() throws Exception {
    mail.stop();
    put(mailTo("ben@acme.test"), Instant.now());
    Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactly("waiting"));
    mail = MailServer.started(port());

    hurry();

    assertThat(received().getSubject()).isEqualTo("Größer als 100");
    Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactly("delivered"));
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void what_is_held_back_is_not_sent_before_its_time() throws Exception {
    put(mailTo("ben@acme.test"), Instant.now().plus(Duration.ofHours(8)));
    put(mailTo("cleo@acme.test"), Instant.now());

    assertThat(received().getAllRecipients()[0]).hasToString("cleo@acme.test");
    assertThat(mail.getReceivedMessages()).hasSize(1);
    pool.withTransaction(transaction -> store.addToHeld(transaction, about, "\nOver at 03:10."))
        .await()
        .indefinitely();
    hurry();

    Awaitility.await().until(() -> mail.getReceivedMessages().length == 2);
    assertThat(mail.getReceivedMessages()[1].getContent().toString()).contains("Over at 03:10.");
    assertThat(mail.getReceivedMessages()[0].getContent().toString()).doesNotContain("Over");
  }

  @Test
  void a_webhook_goes_by_way_of_the_service_that_guards_what_leaves() {
    UUID signer = UUID.randomUUID();
    connectors.on("POST /deliveries", FakeService.Reply.json("{\"outcome\":\"accepted\"}"));
    put(new Message.Target.Webhook(HOOK, signer), Instant.now());

    Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactly("delivered"));

    FakeService.Asked asked = connectors.asked("POST /deliveries").getFirst();
    JsonObject message = new JsonObject(asked.body());
    assertThat(message.getString("url")).isEqualTo(HOOK);
    assertThat(message.getString("signer")).isEqualTo(signer.toString());
    assertThat(message.getString("body")).startsWith("Sum of amount");
    assertThat(asked.header("Authorization"))
        .isNotEqualTo("Bearer " + infra.signIn().accessToken("ben"))
        .startsWith("Bearer ");
  }

  @Test
  void a_webhook_is_tried_again_under_the_same_id() {
    connectors.on(
        "POST /deliveries",
        asked ->
            connectors.asked("POST /deliveries").size() < 3
                ? FakeService.Reply.json("{\"outcome\":\"failed\",\"reason\":\"It said 500.\"}")
                : FakeService.Reply.json("{\"outcome\":\"accepted\"}"));
    put(new Message.Target.Webhook(HOOK, UUID.randomUUID()), Instant.now());

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          hurry();
          assertThat(states()).containsExactly("delivered");
        });

    assertThat(
            connectors.asked("POST /deliveries").stream()
                .map(asked -> new JsonObject(asked.body()).getString("id"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void whoever_is_not_wanted_any_more_stops_and_tells_its_person() {
    as("ben").get("/api/me").then().statusCode(200);
    connectors.on(
        "POST /deliveries",
        FakeService.Reply.json("{\"outcome\":\"gone\",\"reason\":\"It wants no more (410).\"}"));

    put(new Message.Target.Webhook(HOOK, UUID.randomUUID()), Instant.now());

    Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactly("given_up"));
    as("ben")
        .get("/api/notices")
        .then()
        .body("unread", equalTo(1))
        .body("items[0].kind", equalTo("not_delivered"))
        .body("items[0].href", equalTo("/alerts"))
        .body(
            "items[0].text",
            equalTo(
                "“Größer als 100” could not be sent to hooks.example.com. It wants no more (410)."));
  }

  @Test
  void a_schedule_that_paused_itself_is_told_to_its_owner_once_and_by_mail() throws Exception {
    String id = createGranted("ben");
    SchedulePaused event =
        new SchedulePaused(
            UUID.randomUUID(),
            UUID.fromString(id),
            "ben",
            "It failed ten times in a row.",
            Instant.now());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", infra.kafkaBootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      SchedulePaused broken =
          new SchedulePaused(
              event.scheduleId(), event.artifactId(), "ben", "a \0 in it", Instant.now());
      for (String text :
          List.of(
              "not json", "{}", json.writeValueAsString(broken), json.writeValueAsString(event))) {
        producer
            .send(new ProducerRecord<>("schedule.paused" + infra.topicSuffix(), id, text))
            .get();
        producer
            .send(new ProducerRecord<>("schedule.paused" + infra.topicSuffix(), id, text))
            .get();
      }
    }

    MimeMessage told = received();

    assertThat(told.getSubject()).isEqualTo("Paused: the schedule of “Open pipeline”");
    assertThat(told.getContent().toString())
        .contains("It failed ten times in a row.")
        .contains(app + "/schedules");
    as("ben")
        .get("/api/notices")
        .then()
        .body("unread", equalTo(1))
        .body("items.size()", equalTo(1))
        .body("items[0].title", equalTo("“Open pipeline” is not refreshed any more"));
    as("cleo").get("/api/notices").then().body("unread", equalTo(0));
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(parked())
        .containsExactlyInAnyOrder(
            "it is no schedule that has paused",
            "it is no schedule that has paused",
            "it lacks its ids, its owner, its reason or its time",
            "it lacks its ids, its owner, its reason or its time",
            "what it says cannot be kept",
            "what it says cannot be kept");
  }

  @Test
  void notices_are_read_by_their_own_person_alone() throws Exception {
    a_schedule_that_paused_itself_is_told_to_its_owner_once_and_by_mail();
    String notice = as("ben").get("/api/notices").path("items[0].id");

    as("cleo")
        .body(Map.of("ids", List.of(notice)))
        .post("/api/notices/read")
        .then()
        .statusCode(200);
    as("ben").get("/api/notices").then().body("unread", equalTo(1));

    as("ben")
        .body(Map.of("ids", List.of(notice)))
        .post("/api/notices/read")
        .then()
        .body("unread", equalTo(0))
        .body("items[0].read", equalTo(true));
    as("ben").get("/api/notices?before=" + notice).then().body("items.size()", equalTo(0));
  }

  private void put(Message.Target target, Instant notBefore) {
    Message message =
        new Message(
            UUID.fromString(as("ben").get("/api/me").path("id")),
            about,
            null,
            about,
            target,
            "Größer als 100",
            "Sum of amount is 120 — above 100.\n",
            "/alerts",
            notBefore);
    pool.withTransaction(transaction -> store.put(transaction, message)).await().indefinitely();
    loop.wake();
  }

  private static Message.Target mailTo(String address) {
    return new Message.Target.Mail(address);
  }

  private List<String> states() {
    return store.latest(List.of(about)).await().indefinitely().stream().map(Sent::state).toList();
  }

  private List<String> parked() throws SQLException {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select reason from parked_event")) {
      List<String> reasons = new ArrayList<>();
      while (rows.next()) {
        reasons.add(rows.getString(1));
      }
      return reasons;
    }
  }

  private MimeMessage received() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> mail.getReceivedMessages().length > 0);
    return mail.getReceivedMessages()[0];
  }

  /** What waits for its next attempt is due now. */
  private void hurry() throws Exception {
    try (Connection database = infra.database("artifact").connect();
        Statement statement = database.createStatement()) {
      statement.execute("update delivery set next_at = now() where state = 'waiting'");
    }
    loop.wake();
  }

  private static int port() {
    return ConfigProvider.getConfig().getValue("live.mail.port", Integer.class);
  }
}
