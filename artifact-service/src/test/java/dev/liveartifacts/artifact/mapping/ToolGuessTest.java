package dev.liveartifacts.artifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolGuessTest {
  private static final List<ConnectorTools> CONNECTORS =
      List.of(
          connector(1, "acme-crm", "Acme CRM", "list_deals", "search"),
          connector(2, "acme-erp", "Acme ERP", "revenue", "search"),
          connector(3, "calendar", "Calendar"));
  private static final Map<String, String> NAMES = Map.of("3f9a01c2", "Acme ERP");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "mcp__acme-crm__list_deals,           acme-crm",
        "mcp__Acme_CRM__list_deals,           acme-crm",
        "mcp__claude_ai_Acme_CRM__list_deals, acme-crm",
        "mcp__crm__list_deals,                acme-crm",
        "acme-erp__search,                    acme-erp",
        "mcp__3f9a01c2__search,               acme-erp",
        "mcp__unknown-id__revenue,            acme-erp",
        "mcp__unknown-id__search,             -",
        "mcp__unknown-id__nothing,            -",
        "mcp__acme-crm__revenue,              acme-erp",
        "mcp__calendar__events,               calendar",
        "mcp__{{ID}}__list_deals,             -",
      })
  void a_name_is_mapped_where_it_can_be_guessed(String name, String slug) {
    assertThat(
            new ToolGuess(CONNECTORS, server -> NAMES.getOrDefault(server, server))
                .guess(new ToolName(name))
                .map(Mapping::connectorSlug))
        .isEqualTo(java.util.Optional.ofNullable(slug));
  }

  private static ConnectorTools connector(int id, String slug, String name, String... tools) {
    return new ConnectorTools(
        new UUID(0, id),
        slug,
        name,
        Arrays.stream(tools).map(tool -> new ConnectorTools.Tool(tool, true, "hash")).toList());
  }
}
