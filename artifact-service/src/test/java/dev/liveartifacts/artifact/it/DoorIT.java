package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoorIT extends RunningService {
  @Test
  void row_1_a_page_may_send_nothing_anywhere() {
    String policy = openPage().getHeader("Content-Security-Policy");

    assertThat(List.of(policy.split("; ")))
        .contains(
            "default-src 'none'",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
            "img-src data: blob:",
            "font-src data: blob:",
            "frame-src 'none'",
            "object-src 'none'",
            "webrtc 'block'");
    assertThat(openPage().getHeader("X-DNS-Prefetch-Control")).isEqualTo("off");
    assertThat(openPage().getHeader("Permissions-Policy")).contains("camera=()", "geolocation=()");
  }

  @Test
  void row_1_the_apps_own_frame_src_pins_the_frame() {
    nobody()
        .get("/")
        .then()
        .header("Content-Security-Policy", containsString("frame-src " + sandbox + "/p/;"));
  }

  @Test
  void row_2_connections_are_allowed_to_the_pages_own_origin_alone() {
    assertThat(openPage().getHeader("Connection-Allowlist")).isEqualTo("(response-origin)");
  }

  @Test
  void row_3_scripts_come_from_our_own_libraries_or_from_the_page() {
    assertThat(openPage().getHeader("Content-Security-Policy"))
        .contains("script-src " + sandbox + "/lib/ 'unsafe-inline' 'unsafe-eval';");
  }

  @Test
  void row_4_a_page_is_sandboxed_to_an_origin_of_its_own_and_framed_by_the_app_alone() {
    Headers headers = openPage().getHeaders();

    assertThat(headers.getValue("Content-Security-Policy"))
        .contains("frame-ancestors " + app + ";", "sandbox allow-scripts allow-forms allow-modals")
        .doesNotContain(
            "allow-same-origin", "allow-popups", "allow-top-navigation", "allow-downloads");
    assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getValue("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(headers.getValue("Cache-Control")).isEqualTo("no-store");
    assertThat(headers.getList("Set-Cookie")).isEmpty();
  }

  @Test
  void row_4_the_sandbox_answers_pages_and_libraries_alone_and_the_app_no_pages() {
    String ticket = as("ada").post("/api/artifacts/{id}/tickets", create("ada")).path("url");
    String path = ticket.substring(sandbox.toString().length());

    nobody().get(path).then().statusCode(404).contentType("application/problem+json");
    onSandbox().get(path).then().statusCode(200);
    for (String other :
        List.of("/", "/index.html", "/api/me", "/signin", "/q/health", "/runtime/bridge.js")) {
      onSandbox().get(other).then().statusCode(404).contentType("application/problem+json");
    }
    nobody().get("/lib/chart.js@4.5.0/chart.umd.js").then().statusCode(404);
  }

  @Test
  void row_8_a_host_that_nobody_named_gets_nothing() {
    nobody().header("Host", "evil.test").get("/api/me").then().statusCode(404);
    nobody().header("Host", "evil.test").get("/").then().statusCode(404);
    nobody().header("Host", "10.0.0.7:8080").get("/q/health/live").then().statusCode(200);
  }

  @Test
  void row_12_no_request_changes_the_protocol_behind_a_proxys_back() throws Exception {
    // Offers to go on in HTTP/2 without TLS (RFC 7540, section 3.2).
    try (HttpClient offering = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpRequest request = HttpRequest.newBuilder(app.resolve("/api/me")).build();

      assertThat(offering.send(request, HttpResponse.BodyHandlers.discarding()).version())
          .isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void row_12_other_spellings_of_an_address_lead_nowhere() throws IOException {
    for (String path :
        List.of(
            "/api/x/../me",
            "/a/%2e%2e/api/me",
            "//api/me",
            "/api//me",
            "/api/connectors/..%2f..%2fcalls",
            "/api/connectors/%2e%2e/%2e%2e/calls",
            "/api/connectors\\..\\calls",
            "/api/me;a=b",
            "/%61pi/me")) {
      assertThat(raw(path)).as(path).containsPattern("HTTP/1.1 40[04] ");
    }
    assertThat(raw("/api/me")).contains(" 401 ");
    assertThat(connectors.asked("GET /calls")).isEmpty();
  }

  @Test
  void row_21_the_app_has_a_strict_policy() {
    nobody()
        .get("/")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("X-Frame-Options", equalTo("DENY"));
  }

  @Test
  void the_web_app_answers_its_own_addresses_and_no_others() {
    for (String path :
        List.of(
            "/",
            "/a/0b0e",
            "/connectors",
            "/schedules",
            "/alerts",
            "/new",
            "/admin",
            "/signed-in")) {
      nobody()
          .get(path)
          .then()
          .statusCode(200)
          .contentType("text/html")
          .body(containsString("stands in for the web app"));
    }
    nobody().get("/no-such-screen").then().statusCode(404).contentType("application/problem+json");
    nobody().get("/q/dev").then().statusCode(404);
  }

  @Test
  void libraries_are_immutable_open_to_every_page_and_compressed() {
    String path = "/lib/chart.js@4.5.0/chart.umd.js";

    onSandbox()
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("text/javascript"))
        .header("Access-Control-Allow-Origin", equalTo("*"))
        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body(containsString("globalThis.Chart"));
    onSandbox()
        .header("Accept-Encoding", "gzip")
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Encoding", equalTo("gzip"))
        .body(containsString("globalThis.Chart"));
    assertThat(rawHeaders(path, "identity"))
        .contains("200 ok")
        .doesNotContain("content-encoding: gzip", "content-encoding: br");
    assertThat(rawHeaders(path, "br, gzip"))
        .contains("content-encoding: br")
        .doesNotContain("gzip");
    onSandbox()
        .get("/lib/gridjs@5.0.2/mermaid.min.css")
        .then()
        .statusCode(200)
        .body(equalTo(".gridjs{}\n"));
    onSandbox().get("/lib/index.json").then().statusCode(404);
    onSandbox().get("/lib/../api/me").then().statusCode(404);
  }

  @Test
  void health_metrics_and_the_description_of_the_api_are_there() {
    nobody().get("/q/health/live").then().statusCode(200);
    nobody()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(containsString("Reactive PostgreSQL"));
    nobody().get("/q/metrics").then().statusCode(200).body(containsString("live_pages_open"));
    nobody()
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body(containsString("/api/artifacts/{id}/calls"), not(containsString("webui")));
  }

  @Test
  void each_dependency_is_seen_and_none_but_the_database_decides_about_readiness() {
    connectors.on("GET /q/health/live", FakeService.Reply.json("{}"));
    scheduler.close();

    nobody()
        .get("/q/health/group/dependencies")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'Kafka' }.status", equalTo("UP"))
        .body(
            "checks.find { it.name == 'Other services' }.data.connector-service",
            equalTo("answers"))
        .body(
            "checks.find { it.name == 'Other services' }.data.scheduler-service", equalTo("away"));
    nobody().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void pages_and_answers_travel_compressed() {
    String url = as("ada").post("/api/artifacts/{id}/tickets", create("ada")).path("url");

    onSandbox()
        .header("Accept-Encoding", "gzip, br")
        .get(url)
        .then()
        .statusCode(200)
        .header("Content-Encoding", equalTo("gzip"))
        .body(containsString("Deals"));
    as("ada").header("Accept-Encoding", "gzip").get("/q/openapi").then().statusCode(200);
  }

  private Response openPage() {
    String url = as("ada").post("/api/artifacts/{id}/tickets", create("ada")).path("url");
    return onSandbox().get(url);
  }

  private String raw(String path) throws IOException {
    return exchange(app.getAuthority(), path, "");
  }

  private String rawHeaders(String path, String encoding) {
    try {
      String answer =
          exchange(sandbox.getAuthority(), path, "Accept-Encoding: " + encoding + "\r\n");
      return answer.toLowerCase(java.util.Locale.ROOT);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A request that no client library has tidied up; returns the head of the answer. */
  private String exchange(String host, String path, String headers) throws IOException {
    try (Socket socket = new Socket("localhost", app.getPort())) {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\n"
              + headers
              + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.contains("\r\n\r\n") ? answer.substring(0, answer.indexOf("\r\n\r\n")) : answer;
    }
  }
}
