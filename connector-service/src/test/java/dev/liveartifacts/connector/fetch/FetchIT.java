package dev.liveartifacts.connector.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ServiceUnderTest
class FetchIT {
  private final Api ada = Api.as("ada");
  private HttpServer web;

  @BeforeEach
  void begin() throws IOException {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    web.start();
  }

  @AfterEach
  void end() {
    web.stop(0);
  }

  @Test
  void a_page_comes_as_its_bytes_and_redirects_are_followed() {
    byte[] html = "<title>Umsätze</title>".getBytes(StandardCharsets.ISO_8859_1);
    serve("/page", 200, Map.of("Content-Type", "text/html; charset=iso-8859-1"), html);
    serve("/moved", 302, Map.of("Location", "page"), new byte[0]);

    Response page = fetch(address("/moved"));

    page.then().statusCode(200).contentType("application/octet-stream");
    assertThat(page.asByteArray()).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[fd00:ec2::254]/",
        "http://2130706433/",
        "file:///etc/passwd",
        "https://user:secret@example.com/",
        "not an address",
        ""
      })
  void row_5_an_address_that_is_not_the_public_webs_is_refused(String url) {
    fetch(url).then().statusCode(400);
  }

  @Test
  void row_5_a_redirect_passes_the_same_guard() {
    serve("/out", 302, Map.of("Location", "http://169.254.169.254/"), new byte[0]);

    fetch(address("/out")).then().statusCode(400).body("detail", containsString("not allowed"));
  }

  @Test
  void a_circle_ends() {
    serve("/again", 302, Map.of("Location", "again"), new byte[0]);

    fetch(address("/again"))
        .then()
        .statusCode(409)
        .body("detail", equalTo("The address leads on and on."));
  }

  @Test
  void what_is_no_page_or_too_large_is_refused_with_a_sentence() {
    serve(
        "/json",
        200,
        Map.of("Content-Type", "application/json"),
        "{}".getBytes(StandardCharsets.UTF_8));
    serve("/large", 200, Map.of("Content-Type", "text/html"), new byte[PageClient.LIMIT + 1]);

    fetch(address("/json"))
        .then()
        .statusCode(409)
        .body("detail", containsString("not an HTML page"));
    fetch(address("/large")).then().statusCode(409).body("detail", containsString("16 MiB"));
    fetch(address("/none")).then().statusCode(409).body("detail", containsString("status 404"));
  }

  private Response fetch(String url) {
    return ada.request().body(new JsonObject().put("url", url).encode()).post("/fetches");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + web.getAddress().getPort() + path;
  }

  private void serve(String path, int status, Map<String, String> headers, byte[] body) {
    web.createContext(
        path,
        exchange -> {
          try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          } catch (UncheckedIOException gone) {
            exchange.close();
          }
        });
  }
}
