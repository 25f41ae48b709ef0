package dev.liveartifacts.artifact.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PageExportProperties {
  private static final PageExport EXPORT = new PageExport(TransformationTest.SHELF);
  private static final PageExport.About ABOUT =
      new PageExport.About("A <b>", List.of("mcp__crm__list"), Map.of("crm", "Acme CRM"));

  @Property(tries = 1_000)
  void exporting_twice_is_exporting_once(@ForAll("pages") String page) {
    String once = EXPORT.of(page, ABOUT);

    assertThat(EXPORT.of(once, ABOUT)).isEqualTo(once);
  }

  @Test
  void what_the_page_says_of_itself_stays_and_what_we_know_is_added() {
    String page =
        "<!doctype html><title>t</title><script type=\"application/json\""
            + " id=\"cowork-artifact-meta\">{\"name\":\"Old\",\"extra\":1,"
            + "\"mcpTools\":[\"mcp__erp__cash\"]}</script><p>x</p>";

    assertThat(EXPORT.of(page, ABOUT))
        .isEqualTo(
            "<!doctype html><title>t</title><script type=\"application/json\""
                + " id=\"cowork-artifact-meta\">{\"name\":\"A \\u003cb>\",\"extra\":1,"
                + "\"mcpTools\":[\"mcp__erp__cash\",\"mcp__crm__list\"],\"schemaVersion\":1,"
                + "\"mcpServerNames\":{\"crm\":\"Acme CRM\"}}</script><p>x</p>");
  }

  @Test
  void our_own_addresses_become_public_ones_with_integrity_and_our_runtime_is_left_out() {
    String page =
        "<!doctype html>"
            + Injection.of("{}", Injection.runtime("run()"))
            + "<script src=\"/lib/chart.js@4.5.0/dist/chart.umd.js\"></script>"
            + "<script src=/lib/chart.js@4.5.0/dist/chart.umd.js></script>";

    assertThat(EXPORT.of(page, ABOUT))
        .doesNotContain("data-live", "/lib/")
        .contains(
            "<script src=\"https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js\" integrity=\"sha384-")
        .contains("crossorigin=\"anonymous\"></script><script src=\"https://cdn.jsdelivr.net/npm/");
  }

  @Provide
  Arbitrary<String> pages() {
    return new TransformationProperties().pages();
  }
}
