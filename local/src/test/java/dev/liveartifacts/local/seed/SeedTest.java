package dev.liveartifacts.local.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static final Map<String, String> CONNECTORS = Map.of("Acme CRM", "1", "Acme ERP", "2");

  @Test
  void a_tool_that_is_mapped_already_keeps_its_connector() {
    ObjectNode tool = ArtifactApi.object().put("name", "acme-crm__deals").put("connectorId", "9");

    assertThat(Seed.connectorOf(tool, CONNECTORS)).isEqualTo("9");
  }

  @Test
  void a_tool_without_a_connector_gets_the_one_in_its_name() {
    ObjectNode tool = ArtifactApi.object().put("name", "mcp__acme_erp__cash");

    assertThat(Seed.connectorOf(tool, CONNECTORS)).isEqualTo("2");
  }

  @Test
  void a_tool_of_an_unknown_server_gets_none() {
    ObjectNode tool = ArtifactApi.object().put("name", "mcp__weather__now").putNull("connectorId");

    assertThat(Seed.connectorOf(tool, CONNECTORS)).isEmpty();
  }
}
