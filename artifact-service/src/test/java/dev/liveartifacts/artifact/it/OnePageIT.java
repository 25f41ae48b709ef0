package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnePageIT extends RunningService {
  @Test
  void a_page_is_saved_with_what_it_says_about_itself() {
    String id = create("ada");

    as("ada")
        .get("/api/artifacts/{id}", id)
        .then()
        .statusCode(200)
        .body("title", equalTo("Open pipeline"))
        .body("description", equalTo("Deals by stage"))
        .body("role", equalTo("owner"))
        .body("owner.name", equalTo("Ada Lovelace"))
        .body("version", equalTo(1))
        .body("tools", hasSize(2))
        .body("tools[0].name", equalTo(TOOL))
        .body("tools[0].connectorName", equalTo("Acme CRM"))
        .body("tools[0].state", equalTo("requested"))
        .body("tools[0].readOnly", equalTo(true))
        .body("tools[1].readOnly", equalTo(false))
        .body("limits.burst", equalTo(60));
    as("ada")
        .get("/api/artifacts")
        .then()
        .body("[0].id", equalTo(id))
        .body("[0].connectors[0].slug", equalTo("acme-crm"))
        .body("[0].lastOpenedAt", nullValue());
  }

  @Test
  void a_page_is_served_once_with_runtime_configuration_and_storage_first() {
    String id = createGranted("ada");
    as("ada")
        .body(Map.of("set", Map.of("stage", "</script>", "k\0", "\uD800")))
        .patch("/api/artifacts/{id}/storage", id)
        .then()
        .statusCode(200)
        .body("revision", equalTo(1));

    Response entrance = as("ada").post("/api/artifacts/{id}/tickets", id);
    String url = entrance.then().statusCode(200).extract().path("url");
    String nonce = entrance.path("nonce");
    Response page = onSandbox().get(url);

    assertThat(url).startsWith(sandbox + "/p/");
    page.then().statusCode(200).contentType("text/html;charset=utf-8");
    assertThat(page.asString())
        .startsWith(
            "<!doctype html><script data-live=\"config\">window.__live={\"appOrigin\":\""
                + app
                + "\"")
        .contains("\"nonce\":\"" + nonce + "\"")
        .contains("\"stage\":\"\\u003c/script\\u003e\"", "\"k\\u0000\":\"\\uD800\"")
        .contains("{\"kind\":\"style\",\"url\":\"https://fonts.googleapis.com/css2?family=Inter\"}")
        .contains("/* stands in for the page runtime */")
        .contains("src=\"/lib/chart.js@4.5.0/chart.umd.js\"")
        .doesNotContain("cdn.jsdelivr.net");
    onSandbox().get(url).then().statusCode(410).body(containsString("Press Reload"));
    as("ada").get("/api/artifacts").then().body("[0].lastOpenedAt", startsWith("20"));
  }

  @Test
  void a_granted_call_comes_back_byte_for_byte() {
    String id = createGranted("ada");

    Response answer =
        call(
            "ada",
            id,
            "{\"name\":\"" + TOOL + "\",\"args\":{\"n\":1.0,\"_cb\":1e2},\"freshness\":\"live\"}");

    answer.then().statusCode(200).header("Live-Outcome", "fresh");
    assertThat(answer.asString()).isEqualTo(answer());
    FakeService.Asked asked = connectors.asked("POST /calls").getFirst();
    assertThat(asked.body())
        .isEqualTo(
            "{\"artifactId\":\"%s\",\"connectorId\":\"%s\",\"tool\":\"list_deals\",\"grantedHash\":\"h1\",\"confirmed\":false,\"freshness\":\"live\",\"arguments\":{\"n\":1.0,\"_cb\":1E+2},\"ownConnection\":true}"
                .formatted(id, CRM));
    assertThat(asked.header("Authorization")).startsWith("Bearer ey");
  }

  @Test
  void refused_calls_get_the_texts_that_pages_compare() {
    String id = createGranted("ada");

    assertThat(text(call("ada", id, "{\"name\":\"" + TOOL + "\",\"args\":[]}")))
        .isEqualTo("Tool args must be an object.");
    assertThat(text(call("ada", id, "{\"name\":\"mcp__crm__drop\"}")))
        .isEqualTo("Tool \"mcp__crm__drop\" is not in this artifact's mcp_tools allowlist.");
    call("ada", id, "{\"name\":\"" + WRITING + "\",\"args\":{}}")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("connector", equalTo("Acme CRM"))
        .body("error.code", equalTo("approval_required"))
        .body("result.isError", equalTo(true));
    assertThat(connectors.asked("POST /calls")).isEmpty();
    call("ada", id, "{\"name\":\"" + WRITING + "\",\"args\":{},\"confirmed\":true}")
        .then()
        .body("outcome", equalTo("fresh"));
  }

  @Test
  void what_is_asked_for_is_not_granted() {
    String id = create("ada");

    assertThat(text(call("ada", id, "{\"name\":\"" + TOOL + "\"}")))
        .isEqualTo("Tool \"" + TOOL + "\" is not in this artifact's mcp_tools allowlist.");
  }

  @Test
  void the_61st_call_of_a_burst_is_told_to_wait() {
    String id = createGranted("ada");

    // on a slow machine the bucket fills while the calls are made
    List<String> codes =
        IntStream.range(0, 10)
            .mapToObj(round -> refusals(id, IntStream.range(80 * round, 80 * (round + 1))))
            .dropWhile(List::isEmpty)
            .findFirst()
            .orElseThrow();

    assertThat(codes)
        .containsExactly("rate_limited: Artifact MCP rate limit exceeded — try again shortly.");
  }

  private List<String> refusals(String id, IntStream burst) {
    return burst
        .parallel()
        .mapToObj(n -> call("ada", id, "{\"name\":\"" + TOOL + "\",\"args\":{\"n\":" + n + "}}"))
        .filter(answer -> answer.path("outcome").equals("failed"))
        .map(OnePageIT::codeAndText)
        .distinct()
        .toList();
  }

  @Test
  void while_the_connectors_are_away_calls_fail_softly_and_recover() {
    String id = createGranted("ada");
    connectors.close();

    call("ada", id, "{\"name\":\"" + TOOL + "\"}")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("failed"))
        .body("error.code", equalTo("server_unavailable"))
        .body(
            "error.message",
            equalTo("Acme CRM cannot be reached right now. Try again in a moment."));

    connectors = connectorService();
    call("ada", id, "{\"name\":\"" + TOOL + "\"}").then().body("outcome", equalTo("fresh"));
  }

  @Test
  void versions_are_added_listed_and_restored_and_grants_survive() {
    String id = createGranted("ada");

    as("ada")
        .body(
            Map.of(
                "html",
                PAGE.replace("Deals</p>", "New</p>")
                    .replace(
                        "\"mcp__crm__list_deals\",",
                        "\"mcp__crm__list_deals\",\"mcp__erp__cash\","),
                "summary",
                "New words"))
        .post("/api/artifacts/{id}/versions", id)
        .then()
        .statusCode(201)
        .body("version", equalTo(2));
    as("ada")
        .post("/api/artifacts/{id}/versions/1/restore", id)
        .then()
        .statusCode(201)
        .body("version", equalTo(3));

    as("ada")
        .get("/api/artifacts/{id}/versions", id)
        .then()
        .body("number", equalTo(List.of(3, 2, 1)))
        .body("[0].summary", equalTo("Version 1 restored"))
        .body("[1].summary", equalTo("New words"))
        .body("[1].author.name", equalTo("Ada Lovelace"));
    as("ada")
        .get("/api/artifacts/{id}/versions/2", id)
        .then()
        .body("html", containsString("New</p>"));
    as("ada")
        .get("/api/artifacts/{id}", id)
        .then()
        .body("version", equalTo(3))
        .body("tools.find { it.name == '" + TOOL + "' }.state", equalTo("granted"))
        .body("tools.find { it.name == 'mcp__erp__cash' }.state", equalTo("unmapped"));
    as("ada").post("/api/artifacts/{id}/versions/9/restore", id).then().statusCode(404);
  }

  @Test
  void pages_without_anything_and_files_in_other_encodings_are_kept() {
    as("ada")
        .body(Map.of("html", ""))
        .post("/api/artifacts")
        .then()
        .statusCode(201)
        .body("title", equalTo("Untitled"))
        .body("notes", equalTo(List.of("meta-missing")));
    as("ada")
        .body("{\"html\":\"<title>a\\u0000b</title>\"}")
        .post("/api/artifacts")
        .then()
        .statusCode(201);
    as("ada")
        .contentType("text/html")
        .body("<title>Umsätze</title>".getBytes(java.nio.charset.Charset.forName("windows-1252")))
        .post("/api/artifacts")
        .then()
        .statusCode(201)
        .body("title", equalTo("Umsätze"));
  }

  @Test
  void a_page_of_more_than_16_mebibytes_is_refused_with_the_limit() {
    as("ada")
        .body(Map.of("html", "x".repeat(16 * 1024 * 1024 + 1)))
        .post("/api/artifacts")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", equalTo("This page is larger than 16 MiB, which is the limit."))
        .body("traceId", org.hamcrest.Matchers.matchesPattern("[0-9a-f]{32}"));
    as("ada")
        .body(Map.of("html", "x".repeat(16 * 1024 * 1024)))
        .post("/api/artifacts")
        .then()
        .statusCode(201);
  }

  @Test
  void storage_is_merged_and_limited() {
    String id = create("ada");

    as("ada")
        .body(Map.of("set", Map.of("a", "1", "b", "2")))
        .patch("/api/artifacts/{id}/storage", id)
        .then()
        .body("revision", equalTo(1));
    as("ada")
        .body(Map.of("set", Map.of("c", "3"), "remove", List.of("a")))
        .patch("/api/artifacts/{id}/storage", id)
        .then()
        .body("revision", equalTo(2));
    as("ada")
        .get("/api/artifacts/{id}/storage", id)
        .then()
        .body("revision", equalTo(2))
        .body("items", equalTo(Map.of("b", "2", "c", "3")));
    as("ada")
        .body(Map.of("set", Map.of("d", "x".repeat(5 * 1024 * 1024))))
        .patch("/api/artifacts/{id}/storage", id)
        .then()
        .statusCode(413)
        .body("detail", containsString("5 MiB"));
    as("ada").get("/api/artifacts/{id}/storage", id).then().body("revision", equalTo(2));
  }

  private static String codeAndText(Response answer) {
    return answer.path("error.code") + ": " + answer.path("result.content[0].text");
  }
}
