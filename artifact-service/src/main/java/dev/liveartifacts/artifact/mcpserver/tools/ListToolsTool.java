package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a connector offers, and what a page calls it. */
@Singleton
class ListToolsTool implements Tool {
  private final ToolCard card;
  private final Connectors connectors;

  ListToolsTool(ToolCards cards, Connectors connectors) {
    this.card = cards.of("list_tools");
    this.connectors = connectors;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    Access.check(ask.caller().person().workspace(), WorkspaceAction.LOOK);
    String wanted = Objects.requireNonNull(ask.text("connector"));
    return ask.caller()
        .token()
        .flatMap(token ->
            connectors
                .named(wanted, token)
                .flatMap(connector ->
                    connectors.tools(connector, token).map(tools -> answer(connector, tools))));
  }

  private static Outcome.Done answer(JsonNode connector, List<JsonNode> tools) {
    return ToolAnswer.of(
        new Answer(
            connector.path("name").asText(),
            tools.stream().map(tool -> Offered.of(connector, tool)).toList()));
  }

  /** The tools of one connector. */
  record Answer(String connector, List<Offered> tools) {}

  /**
   * @param pageName what a page passes to {@code callMcpTool} and names in its meta block
   * @param policy {@code allow}, {@code ask} or {@code block}, by the administrator's word
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Offered(
      String tool,
      String pageName,
      @Nullable String description,
      boolean readOnly,
      @Nullable String policy,
      JsonNode inputSchema) {
    static Offered of(JsonNode connector, JsonNode tool) {
      String name = tool.path("name").asText();
      return new Offered(
          name,
          "mcp__" + connector.path("slug").asText() + "__" + name,
          tool.path("description").textValue(),
          tool.path("readOnly").asBoolean(),
          tool.path("policy").textValue(),
          tool.path("inputSchema"));
    }
  }
}
