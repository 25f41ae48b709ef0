package dev.liveartifacts.artifact.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpecPageTest {
  private static final String SPEC =
      """
      {"title": "Deals & </title><script>", "description": "\\"><img src=x>",
       "sources": {"rows": {"tool": "mcp__acme-crm__list_deals", "connector": "Acme </script> CRM"}}}
      """;

  private final PageParts parts = new PageParts();

  @Test
  void nothing_that_a_spec_says_leaves_its_place() {
    assertThat(SpecPage.of(SPEC, parts))
        .contains("<title>Deals &amp; &lt;/title&gt;&lt;script&gt;</title>")
        .contains("&quot;&gt;&lt;img src=x&gt;")
        .contains("Acme \\u003c/script> CRM")
        .contains("mcp__acme-crm__list_deals")
        .doesNotContain("<img", "{{");
  }

  @Test
  void its_sum_is_the_one_that_the_form_makes() {
    // fromdata.test.ts has the same
    assertThat(SpecPage.checksum("Pläne für 2026 €")).isEqualTo("deebd70");
  }

  @Test
  void what_is_no_spec_is_refused() {
    assertThatThrownBy(() -> SpecPage.of("{", parts)).isInstanceOf(IllegalArgumentException.class);
  }
}
