package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** A page that is saved, and one that is changed. */
@QuarkusTest
class DescribeChangeIT extends DescribingService {
  @Test
  void a_page_that_is_saved_from_several_tabs_at_once_is_saved_once() {
    claude.script(write(page(READS)));
    String id = describe("ada", Map.of("text", "Open deals"));
    follow("ada", id, good("ada", id));

    List<Integer> answers =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(tab -> accept("ada", id, Map.of()).extract().statusCode())
            .toList();

    assertThat(answers).contains(200).isSubsetOf(200, 409);
    as("ada").get("/api/artifacts").then().body("", Matchers.hasSize(1));
  }

  @Test
  void a_change_is_a_version_with_its_summary_and_keeps_what_was_granted() {
    String artifact = createGranted("ben");
    claude.script(change("<p>Deals</p>", "<p>All deals</p>"));

    String id =
        describe(
            "ben",
            Map.of(
                "text",
                "Say that it is all of them",
                "artifactId",
                artifact,
                "element",
                Map.of("selector", "p", "text", "Deals", "html", "<p>Deals</p>")));
    follow("ben", id, good("ben", id));

    String asked = claude.asked().getFirst();
    assertThat(asked).contains("I point at this element").contains("What I want changed");
    accept("ben", id, Map.of()).body("version", Matchers.equalTo(2));
    as("ben")
        .get("/api/artifacts/{id}/versions", artifact)
        .then()
        .body("[0].summary", Matchers.equalTo("Changed as you said"));
    as("ben")
        .get("/api/artifacts/{id}", artifact)
        .then()
        .body("tools.state", Matchers.contains("granted", "granted"));
  }

  @Test
  void nobody_overwrites_unawares_what_another_has_saved_meanwhile() {
    String artifact = create("ben");
    claude.script(change("<p>Deals</p>", "<p>All deals</p>"));
    String id = describe("ben", Map.of("text", "All of them", "artifactId", artifact));
    follow("ben", id, good("ben", id));
    as("ben")
        .body(Map.of("html", "<p>Another</p>", "summary", "Another"))
        .post("/api/artifacts/{id}/versions", artifact)
        .then()
        .statusCode(201);

    accept("ben", id, Map.of())
        .statusCode(409)
        .body("detail", Matchers.containsString("version 2"));
    accept("ben", id, Map.of("overwrite", true)).body("version", Matchers.equalTo(3));
  }
}
