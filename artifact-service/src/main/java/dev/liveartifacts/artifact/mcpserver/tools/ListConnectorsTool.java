package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which systems a page can read from. */
@Singleton
class ListConnectorsTool implements Tool {
  private final ToolCard card;
  private final Connectors connectors;
  private final String place;

  ListConnectorsTool(ToolCards cards, Connectors connectors, Origins origins) {
    this.card = cards.of("list_connectors");
    this.connectors = connectors;
    this.place = origins.app() + "/connectors";
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    return ask.caller()
        .token()
        .flatMap(connectors::all)
        .map(all -> ToolAnswer.of(new Answer(all.stream().map(Connector::of).toList(), place)));
  }

  /**
   * @param manage where a person adds connectors and signs in to them
   */
  record Answer(List<Connector> connectors, String manage) {}

  /**
   * @param server how names of its tools in a page begin
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Connector(String name, String server, String state, @Nullable String reason, String kind) {
    static Connector of(JsonNode json) {
      return new Connector(
          json.path("name").asText(),
          json.path("slug").asText(),
          json.path("state").asText(),
          json.path("stateReason").textValue(),
          json.path("kind").asText("mcp"));
    }
  }
}
