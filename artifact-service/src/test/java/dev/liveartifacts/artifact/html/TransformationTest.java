package dev.liveartifacts.artifact.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.library.Library;
import dev.liveartifacts.artifact.library.Shelf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformationTest {
  static final Shelf SHELF =
      new Shelf(
          List.of(
              new Library(
                  "chart.js",
                  "4.5.0",
                  "dist/chart.umd.js",
                  "/lib/chart.js@4.5.0/dist/chart.umd.js",
                  "x",
                  "text/javascript"),
              new Library(
                  "gridjs",
                  "5.0.2",
                  "dist/theme/mermaid.min.css",
                  "/lib/gridjs@5.0.2/dist/theme/mermaid.min.css",
                  "x",
                  "text/css")));
  private static final Transformation TRANSFORMATION = new Transformation(SHELF);
  private static final String EXACT =
      "https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js";
  private static final String OLDER =
      "https://cdn.jsdelivr.net/npm/chart.js@4.4.0/dist/chart.umd.js";

  @Test
  void the_very_file_keeps_its_integrity_and_nothing_else_changes() {
    String page =
        "<html lang=de>\r\n<script  src='%s' integrity=\"sha384-x\" crossorigin=anonymous ></script >\r\n<p>ä&amp;";

    assertThat(TRANSFORMATION.of(page.formatted(EXACT)).rest())
        .isEqualTo(page.formatted("/lib/chart.js@4.5.0/dist/chart.umd.js"));
  }

  @Test
  void another_version_is_served_by_the_nearest_without_integrity() {
    assertThat(rest("<script src=\"" + OLDER + "\" INTEGRITY='sha384-y'></script>"))
        .isEqualTo("<script src=\"/lib/chart.js@4.5.0/dist/chart.umd.js\" INTEGRITY=''></script>");
  }

  @Test
  void unquoted_and_escaped_addresses_are_found() {
    assertThat(rest("<script src=" + EXACT + "></script>"))
        .isEqualTo("<script src=\"/lib/chart.js@4.5.0/dist/chart.umd.js\"></script>");
    assertThat(rest("<script src=\"" + EXACT.replace("/", "&#47;") + "\"></script>"))
        .isEqualTo("<script src=\"/lib/chart.js@4.5.0/dist/chart.umd.js\"></script>");
  }

  @Test
  void a_style_sheet_of_the_shelf_is_ours() {
    assertThat(
            rest(
                "<link rel=stylesheet href=https://unpkg.com/gridjs@5.0.2/dist/theme/mermaid.min.css>"))
        .isEqualTo("<link rel=stylesheet href=\"/lib/gridjs@5.0.2/dist/theme/mermaid.min.css\">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script src=https://evil.test/x.js></script>                              | script | https://evil.test/x.js",
        "<link rel=stylesheet href=https://fonts.googleapis.com/css2?family=Inter> | style  | https://fonts.googleapis.com/css2?family=Inter",
        "<link rel=preconnect href=//fonts.gstatic.com>                            | hint   | //fonts.gstatic.com",
        "<img src=HTTPS://evil.test/x.png>                                         | image  | HTTPS://evil.test/x.png",
        "<iframe src=https://evil.test/>                                           | frame  | https://evil.test/",
        "<style>@import url(https://evil.test/x.css);</style>                      | style  | https://evil.test/x.css",
        "<style>p{background:url( 'https://evil.test/x.png')}</style>              | style  | https://evil.test/x.png",
      })
  void what_is_left_out_is_listed(String page, String kind, String url) {
    assertThat(TRANSFORMATION.of(page).leftOut()).containsExactly(new LeftOut(kind, url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shadowrootmode", "ShadowRootMode", "SHADOWROOTMODE"})
  void row_1_no_frame_hides_in_a_shadow_tree_that_the_page_declares(String attribute) {
    assertThat(rest("<p><template " + attribute + "=closed><iframe></iframe></template>"))
        .isEqualTo("<p><template data-shadow-root=closed><iframe></iframe></template>");
  }

  @Test
  void row_1_connection_hints_are_taken_out() {
    assertThat(rest("<link rel=\"dns-prefetch\" href=\"//evil.test\">"))
        .isEqualTo("<link rel=\"dns-prefetch\" href=\"\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Security-Policy", "refresh", "x-dns-prefetch-control"})
  void a_policy_or_refresh_of_the_page_itself_has_no_effect(String name) {
    assertThat(rest("<meta http-equiv=\"" + name + "\" content=\"x\">"))
        .isEqualTo("<meta http-equiv=\"\" content=\"x\">");
  }

  @Test
  void what_runs_first_is_ours_wherever_the_page_begins() {
    String injected = Injection.of("{}", Injection.runtime("run()"));

    for (String page :
        List.of(
            "",
            "<p>",
            "<!doctype html><p>",
            "\uFEFF<!doctype html><p>",
            "<script>x</script><html>",
            "\0<p>")) {
      assertThat(whole(page, injected)).startsWith("<!doctype html>" + injected);
    }
  }

  @Test
  void a_page_that_was_transformed_before_stays_as_it_is() {
    String injected =
        Injection.of("{\"title\":\"</script><!--\"}", Injection.runtime("'</script>'"));
    String once = whole("<html><script src='" + OLDER + "' integrity=z>", injected);

    assertThat(whole(once, injected)).isEqualTo(once);
  }

  @Test
  void configuration_cannot_end_or_hide_its_script() {
    assertThat(Injection.of("{\"a\":\"</script><!--<script>&\u2028\"}", Injection.runtime("x")))
        .isEqualTo(
            "<script data-live=\"config\">window.__live={\"a\":\"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\\u0026\\u2028\"};"
                + "</script><script data-live=\"runtime\">x</script>");
  }

  @Test
  void ten_thousand_inline_scripts_and_16_mebibytes_pass() {
    String scripts = "<script>1</script>".repeat(10_000);

    assertThat(rest(scripts)).isEqualTo(scripts);
    String large = "<p>" + "x".repeat(16 * 1024 * 1024);
    assertThat(rest(large)).hasSameSizeAs(large);
  }

  @Test
  void deeply_nested_elements_do_not_exhaust_the_stack() {
    String deep = "<div>".repeat(100_000);

    assertThat(rest(deep)).isEqualTo(deep);
  }

  private static String rest(String page) {
    return TRANSFORMATION.of(page).rest();
  }

  /** A page as its browser gets it. */
  static String whole(String page, String injected) {
    Rewritten rewritten = TRANSFORMATION.of(page);
    return rewritten.beginning(injected) + rewritten.rest();
  }
}
