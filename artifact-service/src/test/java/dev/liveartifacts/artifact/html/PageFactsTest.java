package dev.liveartifacts.artifact.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFactsTest {
  @Test
  void the_meta_block_is_read_as_a_request() {
    PageFacts facts =
        PageFacts.of(
            """
            <script type="application/json" id="cowork-artifact-meta">
            {"name": "Open pipeline", "schemaVersion": 1, "description": "Deals", "mcpTools":
              ["mcp__crm__list_deals", "mcp__{{ID}}__x", "mcp__crm__list_deals", 7],
             "mcpServerNames": {"crm": "Acme CRM"}}
            </script><html><title>Other</title>
            """);

    assertThat(facts.title()).isEqualTo("Open pipeline");
    assertThat(facts.description()).isEqualTo("Deals");
    assertThat(facts.tools()).containsExactly("mcp__crm__list_deals", "mcp__{{ID}}__x");
    assertThat(facts.servers().of("crm")).isEqualTo("Acme CRM");
    assertThat(facts.servers().of("erp")).isEqualTo("erp");
    assertThat(facts.notes()).isEmpty();
  }

  @Test
  void a_list_of_server_names_is_matched_by_likeness() {
    PageFacts facts =
        PageFacts.of(
            "<script type=application/json id=cowork-artifact-meta>{\"mcpServerNames\":[\"Acme CRM\",7,\"Acme ERP\"]}");

    assertThat(facts.servers().of("acme-crm")).isEqualTo("Acme CRM");
    assertThat(facts.servers().of("Acme_ERP")).isEqualTo("Acme ERP");
    assertThat(facts.servers().of("3f9a")).isEqualTo("3f9a");
  }

  @Test
  void without_one_the_names_in_the_page_are_taken_and_it_is_noted() {
    PageFacts facts =
        PageFacts.of("<h1>Deals</h1><script>cowork.callMcpTool('mcp__crm__list_deals')</script>");

    assertThat(facts.title()).isEqualTo("Deals");
    assertThat(facts.tools()).containsExactly("mcp__crm__list_deals");
    assertThat(facts.notes()).containsExactly("meta-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"mcpTools\":", "not json"})
  void an_invalid_one_is_noted_and_the_page_is_kept(String json) {
    PageFacts facts =
        PageFacts.of(
            "<title>T</title><script type=application/json id=cowork-artifact-meta>"
                + json
                + "</script>");

    assertThat(facts.title()).isEqualTo("T");
    assertThat(facts.notes()).containsExactly("meta-invalid");
  }
}
