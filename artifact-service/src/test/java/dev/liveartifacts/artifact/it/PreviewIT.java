package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreviewIT extends RunningService {
  @Test
  void a_page_is_shown_in_the_sandbox_before_it_is_saved_and_only_once() {
    Response entrance = preview("<title>Draft</title><p>Deals</p>");

    Response page = onSandbox().get(entrance.<String>path("url"));

    page.then().statusCode(200).contentType("text/html;charset=utf-8");
    assertThat(page.asString())
        .contains(
            "\"nonce\":\"" + entrance.path("nonce") + "\"",
            "\"artifactId\":null",
            "\"storage\":{}",
            "/* stands in for the page runtime */",
            "<p>Deals</p>");
    onSandbox().get(entrance.<String>path("url")).then().statusCode(410);
    as("ada").get("/api/artifacts").then().body("", hasSize(0));
  }

  @Test
  void row_4_a_preview_is_held_in_the_sandbox_like_any_page() {
    String id = create("ada");
    String saved = as("ada").post("/api/artifacts/{id}/tickets", id).path("url");
    String draft = preview(PAGE).path("url");

    Response ofSaved = onSandbox().get(saved);
    Response ofDraft = onSandbox().get(draft);

    assertThat(ofDraft.asString()).contains("/lib/chart.js@4.5.0/").doesNotContain("cdn.jsdelivr");
    for (String header :
        List.of("Content-Security-Policy", "Connection-Allowlist", "Permissions-Policy")) {
      assertThat(ofDraft.getHeader(header)).isNotBlank().isEqualTo(ofSaved.getHeader(header));
    }
    nobody().get(draft.substring(sandbox.toString().length())).then().statusCode(404);
  }

  @Test
  void row_19_of_one_persons_drafts_only_the_newest_few_wait() {
    List<String> urls =
        IntStream.range(0, 10)
            .mapToObj(n -> preview("<p>" + n + "</p>").<String>path("url"))
            .toList();

    onSandbox().get(urls.getFirst()).then().statusCode(410);
    onSandbox().get(urls.getLast()).then().statusCode(200).body(containsString("<p>9</p>"));
  }

  @Test
  void a_page_that_is_too_large_and_a_stranger_are_refused_in_words() {
    as("ada")
        .body(Map.of("html", "x".repeat(16 * 1024 * 1024 + 1)))
        .post("/api/previews")
        .then()
        .statusCode(413)
        .body("detail", equalTo("This page is larger than 16 MiB, which is the limit."));
    nobody()
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/json")
        .body("{}")
        .post("/api/previews")
        .then()
        .statusCode(401);
    onSandbox().get("/p/preview/" + "x".repeat(43)).then().statusCode(410);
  }

  private Response preview(String html) {
    Response entrance = as("ada").body(Map.of("html", html)).post("/api/previews");
    entrance.then().statusCode(200);
    return entrance;
  }
}
