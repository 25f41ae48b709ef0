package dev.liveartifacts.artifact.authoring.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCheckTest {
  private static final String WHOLE =
      """
      <!doctype html><html lang="en"><head><title>T</title>
      <script type="application/json" id="cowork-artifact-meta">{"mcpTools":["mcp__crm__list"]}</script>
      </head><body><p>One</p><script>window.cowork.callMcpTool("mcp__crm__list", {});</script></body></html>
      """;

  @Test
  void a_whole_page_is_good() {
    assertThat(PageCheck.of(WHOLE).none()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Here is your page!",
        "<!doctype html><html><body><p>One</p>",
        "<!doctype html><html><body><p>One</p><script>const a = '</html>",
        "<!doctype html><html><head><style>p { color: red</head></html>"
      })
  void what_is_cut_off_or_no_page_cannot_be_used(String html) {
    assertThat(PageCheck.of(html).usable()).isFalse();
  }

  @Test
  void wherever_a_page_is_cut_off_that_is_noticed() {
    for (int at = 0; at < WHOLE.indexOf("</html"); at++) {
      assertThat(PageCheck.of(WHOLE.substring(0, at)).usable()).as("cut at " + at).isFalse();
    }
  }

  @Test
  void a_tool_that_is_called_and_not_listed_is_named() {
    assertThat(PageCheck.of(WHOLE.replace("[\"mcp__crm__list\"]", "[]")).faults())
        .containsExactly("The page calls mcp__crm__list but does not list it in mcpTools.");
  }

  @Test
  void what_a_page_lived_with_before_is_not_complained_about() {
    String sloppy = WHOLE.replace("<p>One</p>", "<p>One</i></p>");
    Complaints known = PageCheck.of(sloppy);

    assertThat(known.faults()).isNotEmpty();
    assertThat(PageCheck.of("<!-- moved -->\n" + sloppy).beyond(known).none()).isTrue();
    assertThat(PageCheck.of(sloppy.replace("</html>", "")).beyond(known).usable()).isFalse();
  }
}
