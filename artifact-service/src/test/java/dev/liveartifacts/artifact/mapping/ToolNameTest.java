package dev.liveartifacts.artifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNameTest {
  @ParameterizedTest
  @CsvSource({
    "mcp__crm__list_deals,                                          crm,                                  list_deals",
    "mcp__claude_ai_Google_Drive__search_files,                     claude_ai_Google_Drive,               search_files",
    "mcp__3f9a01c2-66d1-4b0b-9d4b-1f3b5a7c9e00__query,              3f9a01c2-66d1-4b0b-9d4b-1f3b5a7c9e00, query",
    "acme-crm__list_deals,                                          acme-crm,                             list_deals",
    "mcp__a__b__c,                                                  a__b,                                 c",
    "Acme CRM__list_deals,                                          Acme CRM,                             list_deals",
  })
  void the_likeliest_reading_comes_first(String name, String server, String tool) {
    assertThat(new ToolName(name).readings()).first().isEqualTo(new ToolName.Reading(server, tool));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp__{{SERVER_ID}}__query",
        "mcp__<id>__x",
        "query",
        "",
        "__",
        "mcp__",
        "mcp__a__",
        "a\u0000__b",
        "mcp__${id}__q"
      })
  void an_unfilled_placeholder_is_no_name(String name) {
    assertThat(new ToolName(name).valid()).isFalse();
  }
}
