package dev.liveartifacts.artifact.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.liveartifacts.artifact.it.FakeService.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GatewayIT extends RunningService {
  private static final Map<String, String> WEEKLY =
      Map.of("cron", "0 7 * * 1", "timeZone", "Europe/Berlin");

  @Test
  void requests_go_on_with_the_persons_token_and_without_their_cookies() {
    connectors.on("PATCH /api/connectors/x-1", Reply.json(418, "{\"ok\":true}"));

    as("ben")
        .urlEncodingEnabled(false)
        .header("Cookie", "other=1")
        .header("X-Real-IP", "10.0.0.1")
        .body("{\"name\":\"ä\"}")
        .patch("/api/connectors/x-1?a=b&c=%20")
        .then()
        .statusCode(418)
        .body(equalTo("{\"ok\":true}"));

    FakeService.Asked asked = connectors.asked("PATCH /api/connectors/x-1").getFirst();
    assertThat(asked.target()).isEqualTo("/api/connectors/x-1?a=b&c=%20");
    assertThat(asked.body()).isEqualTo("{\"name\":\"ä\"}");
    assertThat(asked.header("Authorization")).startsWith("Bearer ey");
    assertThat(asked.headers()).doesNotContainKeys("Cookie", "X-real-ip");
  }

  @Test
  void a_redirect_of_a_connectors_sign_in_passes_untouched() {
    String location = "https://sign-in.test/authorize?state=a%2Bb&resource=https%3A%2F%2Ferp.test";
    connectors.on(
        "GET /api/connectors/x-1/signin",
        new Reply(303, Map.of("Location", location), new byte[0]));

    as("ben")
        .redirects()
        .follow(false)
        .get("/api/connectors/x-1/signin")
        .then()
        .statusCode(303)
        .header("Location", equalTo(location));
  }

  @Test
  void anybody_may_read_which_client_this_application_is() {
    given()
        .get(app + "/oauth/client.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("client_id", equalTo(app + "/oauth/client.json"))
        .body("redirect_uris[0]", equalTo(app + "/api/connectors/signin/callback"))
        .body("token_endpoint_auth_method", equalTo("none"))
        .body("grant_types[1]", equalTo("refresh_token"));
  }

  @Test
  void a_browsers_session_becomes_a_token_on_the_way() {
    scheduler.on("GET /api/schedules", Reply.json("[]"));
    Browser browser = new Browser(app);
    browser.signIn("cleo", "/");

    assertThat(browser.get("/api/schedules?artifactId=1").body()).isEqualTo("[]");

    assertThat(scheduler.asked("GET /api/schedules").getFirst().header("Authorization"))
        .startsWith("Bearer ey");
  }

  @Test
  void an_answer_streams_through_whatever_its_size() {
    byte[] large = new byte[20_000_000];
    Arrays.fill(large, (byte) 'x');
    connectors.on(
        "GET /api/connectors/large",
        new Reply(200, Map.of("Content-Type", "text/plain", "Set-Cookie", "evil=1"), large));

    byte[] received =
        as("ben")
            .get("/api/connectors/large")
            .then()
            .statusCode(200)
            .header("Set-Cookie", nullValue())
            .extract()
            .asByteArray();

    assertThat(received).hasSize(large.length);
  }

  @Test
  void row_12_the_gateway_forwards_two_names_and_makes_no_schedules() {
    as("ben")
        .body("{}")
        .post("/api/schedules")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    as("ben").body("{}").put("/api/deliveries/1").then().statusCode(404);
    as("ben").get("/api/connectors/../../calls").then().statusCode(404);
    as("ben")
        .urlEncodingEnabled(false)
        .get("/api/connectors/%2e%2e/%2e%2e/calls")
        .then()
        .statusCode(404);
    as("ben")
        .urlEncodingEnabled(false)
        .get("/api/connectors/..%2f..%2fcalls")
        .then()
        .statusCode(404);
    as("ben").get("/api/connectorsx").then().statusCode(404);

    assertThat(scheduler.asked("POST /api/schedules")).isEmpty();
    assertThat(connectors.asked("GET /calls")).isEmpty();
  }

  @Test
  void a_service_that_is_away_or_slow_is_named_in_a_problem() {
    connectors.on("GET /api/connectors/slow", asked -> slow());
    as("ben")
        .get("/api/connectors/slow")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body(
            "detail",
            equalTo("The connector service does not answer right now. Try again in a moment."));
    scheduler.close();

    as("ben")
        .get("/api/schedules")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("detail", containsString("The scheduler does not answer"));
  }

  @Test
  void a_schedule_repeats_exactly_the_calls_that_the_owners_page_made() {
    String id = createGranted("ben");
    String delegation = "0b0e0000-0000-4000-8000-00000000d001";
    connectors.on(
        "PUT /delegations/" + id, Reply.json("{\"delegationId\":\"" + delegation + "\"}"));
    scheduler.on("POST /api/schedules", asked -> Reply.json(201, asked.body()));
    as("ben")
        .body(WEEKLY)
        .post("/api/artifacts/{id}/schedules", id)
        .then()
        .statusCode(409)
        .body("detail", equalTo("Open the page once, so that its calls are known."));
    share("ben", id, "cleo@acme.test", "viewer");
    call(
        "ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"open\",\"n\":1.0,\"_cb\":1}}");
    call(
        "ben", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"n\":1.0,\"stage\":\"open\",\"_cb\":2}}");
    call("cleo", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"stage\":\"secret\"}}");
    call("ben", id, "{\"name\":\"" + WRITING + "\",\"args\":{},\"confirmed\":true}");

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            as("ben")
                .body(WEEKLY)
                .post("/api/artifacts/{id}/schedules", id)
                .then()
                .statusCode(201)
                .body("delegationId", equalTo(delegation))
                .body("artifactTitle", equalTo("Open pipeline"))
                .body("cron", equalTo("0 7 * * 1")));

    assertThat(connectors.asked("PUT /delegations/" + id).getLast().body())
        .isEqualTo(
            "{\"calls\":[{\"connectorId\":\"%s\",\"tool\":\"list_deals\",\"arguments\":{\"stage\":\"open\",\"n\":1.0,\"_cb\":1},\"relative\":[]}],\"version\":1,\"expiresAt\":null}"
                .formatted(CRM));
  }

  @Test
  void who_goes_away_takes_no_answer_from_anybody_else() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    connectors.on("GET /api/connectors/quick", Reply.json("{}"));
    connectors.on("GET /api/connectors/lasting", asked -> after(answered));
    try (Socket done = new Socket(InetAddress.getLoopbackAddress(), app.getPort())) {
      ask(done, "/api/connectors/quick");
      CompletableFuture<Integer> other =
          CompletableFuture.supplyAsync(
              () -> as("ben").get("/api/connectors/lasting").statusCode());
      Awaitility.await().until(() -> !connectors.asked("GET /api/connectors/lasting").isEmpty());

      done.close();

      Awaitility.await()
          .during(Duration.ofMillis(300))
          .atMost(Duration.ofSeconds(5))
          .until(() -> !other.isDone());
      answered.countDown();
      assertThat(other.get(5, TimeUnit.SECONDS)).isEqualTo(200);
    }
  }

  /** One request over a connection of its own, up to the end of its short answer. */
  private void ask(Socket socket, String path) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, app.getAuthority(), infra.signIn().accessToken("ben"));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (!answer.toString().endsWith("{}")) {
      answer.append((char) socket.getInputStream().read());
    }
    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  private static Reply after(CountDownLatch moment) {
    try {
      moment.await(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.json("{}");
  }

  private static Reply slow() {
    try {
      new CountDownLatch(1).await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.json("{}");
  }
}
