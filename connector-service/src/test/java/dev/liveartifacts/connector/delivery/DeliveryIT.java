package dev.liveartifacts.connector.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class DeliveryIT {
  private final UUID signer = UUID.randomUUID();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<HttpExchange, Integer> answer = exchange -> 204;
  private HttpServer receiver;

  private record Received(String id, String time, String signature, String body) {}

  @BeforeEach
  void begin() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void end() {
    receiver.stop(0);
  }

  @Test
  void a_message_arrives_signed_so_that_its_receiver_can_check_it() {
    String secret = sign();
    UUID id = UUID.randomUUID();

    deliver(id, "{\"type\":\"alert.began\",\"words\":\"größer\"}")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("accepted"))
        .body("status", equalTo(204));

    Received message = received.getFirst();
    assertThat(message.id()).isEqualTo(id.toString());
    assertThat(message.body()).isEqualTo("{\"type\":\"alert.began\",\"words\":\"größer\"}");
    assertThat(message.signature())
        .isEqualTo(
            WebhookSignature.headers(
                    secret,
                    message.id(),
                    Instant.ofEpochSecond(Long.parseLong(message.time())),
                    message.body())
                .get("webhook-signature"));
  }

  @Test
  void a_new_secret_replaces_the_one_before() {
    String first = sign();
    String second = sign();

    deliver(UUID.randomUUID(), "{}").then().statusCode(200);

    assertThat(second).isNotEqualTo(first);
    Received message = received.getFirst();
    assertThat(message.signature())
        .isEqualTo(
            WebhookSignature.headers(
                    second,
                    message.id(),
                    Instant.ofEpochSecond(Long.parseLong(message.time())),
                    "{}")
                .get("webhook-signature"));
  }

  @Test
  void a_server_that_refuses_is_told_about_in_words() {
    sign();
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          return 503;
        };
    deliver(UUID.randomUUID(), "{}")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("retryAfterSeconds", equalTo(120))
        .body("reason", equalTo("The server did not accept the message: it answered with 503."));

    answer = exchange -> 410;
    deliver(UUID.randomUUID(), "{}").then().body("outcome", equalTo("gone"));

    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
          return 307;
        };
    deliver(UUID.randomUUID(), "{}")
        .then()
        .body("outcome", equalTo("failed"))
        .body("reason", containsString("another address"));
    assertThat(received).hasSize(3);

    receiver.stop(0);
    deliver(UUID.randomUUID(), "{}")
        .then()
        .body("outcome", equalTo("failed"))
        .body("reason", equalTo("The server does not accept connections."));
  }

  @Test
  void an_address_is_checked_before_it_is_kept() {
    check("http://169.254.169.254/latest").then().statusCode(400);
    check("file:///etc/passwd").then().statusCode(400);
    check("not an address").then().statusCode(400).body("detail", containsString("web address"));
    check(address()).then().statusCode(204);
  }

  @Test
  void a_secret_is_never_kept_in_the_clear_and_can_be_forgotten() throws Exception {
    String secret = sign();
    try (Connection database = Infra.shared().database("connector").connect();
        ResultSet row =
            database.createStatement().executeQuery("select secret from webhook_signer")) {
      row.next();
      assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    service().delete("/deliveries/signers/{id}", signer).then().statusCode(204);

    deliver(UUID.randomUUID(), "{}").then().statusCode(404);
  }

  @Test
  void only_the_service_that_decides_may_send() {
    Api.as("ada").request().body("{}").post("/deliveries").then().statusCode(403);
    Api.as("ada").request().put("/deliveries/signers/{id}", signer).then().statusCode(403);
    Api.as("ada").request().delete("/deliveries/signers/{id}", signer).then().statusCode(403);
    Api.as("ada").request().body("{}").post("/deliveries/check").then().statusCode(403);
    given().contentType(ContentType.JSON).body("{}").post("/deliveries").then().statusCode(401);
  }

  private String sign() {
    return service()
        .put("/deliveries/signers/{id}", signer)
        .then()
        .statusCode(200)
        .extract()
        .path("secret");
  }

  private Response deliver(UUID id, String body) {
    return service()
        .body(
            new JsonObject()
                .put("id", id.toString())
                .put("signer", signer.toString())
                .put("url", address())
                .put("body", body)
                .encode())
        .post("/deliveries");
  }

  private Response check(String url) {
    return service().body(new JsonObject().put("url", url).encode()).post("/deliveries/check");
  }

  private static RequestSpecification service() {
    return given()
        .auth()
        .oauth2(Infra.shared().signIn().clientToken("artifact-service"))
        .contentType(ContentType.JSON);
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Received(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              exchange.getRequestHeaders().getFirst("webhook-timestamp"),
              exchange.getRequestHeaders().getFirst("webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(answer.apply(exchange), -1);
    }
  }
}
