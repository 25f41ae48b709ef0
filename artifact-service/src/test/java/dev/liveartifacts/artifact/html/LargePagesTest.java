package dev.liveartifacts.artifact.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LargePagesTest {
  private static final int PAGE = 16 * 1024 * 1024;
  private static final Transformation TRANSFORMATION = new Transformation(TransformationTest.SHELF);
  private static final PageExport EXPORT = new PageExport(TransformationTest.SHELF);

  static List<String> largePages() {
    return List.of(
        "",
        "\0".repeat(100_000),
        "x".repeat(PAGE),
        "<p>".repeat(200_000),
        "<div>".repeat(100_000) + "</div>".repeat(100_000),
        "<script>let a = 1;</script>".repeat(10_000),
        "<script type=module>import \"https://a.test/b\";</script>".repeat(10_000),
        "<p title=\"" + "a".repeat(10_000_000) + "\">",
        "<script src=\"https://" + "a".repeat(10_000_000) + "\"></script>",
        "<script src=\"https://cdn.jsdelivr.net/npm/" + "a/".repeat(2_000_000) + "\"></script>",
        "<style>" + "@import url(".repeat(500_000) + "</style>",
        "<style>" + "@import ".repeat(500_000) + "</style>",
        "<!--".repeat(1_000_000),
        "<?".repeat(1_000_000),
        "<!doctype ".repeat(500_000),
        "<script data-live=\"config\">".repeat(200_000),
        "mcp__".repeat(500_000),
        "mcp__a".repeat(500_000),
        "<a ".repeat(500_000),
        "&".repeat(1_000_000));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("largePages")
  void whatever_is_in_a_large_page_takes_bounded_time(String page) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Rewritten rewritten = TRANSFORMATION.of(page);
          PageFacts facts = PageFacts.of(page);
          String exported = EXPORT.of(page, new PageExport.About("t", List.of(), Map.of()));

          assertThat(rewritten.beginning("<script>x</script>")).contains("<script>x</script>");
          assertThat(facts.tools()).hasSizeLessThanOrEqualTo(500);
          assertThat(exported).contains("cowork-artifact-meta");
        });
  }

  @Test
  void modules_from_elsewhere_are_named_as_left_out() {
    String page =
        "<script type=importmap>{\"imports\":{\"x\":\"https://esm.sh/x@1\"}}</script>"
            + "<script type=module>import a from \"https://cdn.jsdelivr.net/npm/d3/+esm\";"
            + "const b = await import('https://unpkg.com/b');</script>";

    assertThat(TRANSFORMATION.of(page).leftOut())
        .containsExactly(
            new LeftOut("module", "https://esm.sh/x@1"),
            new LeftOut("module", "https://cdn.jsdelivr.net/npm/d3/+esm"),
            new LeftOut("module", "https://unpkg.com/b"));
  }
}
