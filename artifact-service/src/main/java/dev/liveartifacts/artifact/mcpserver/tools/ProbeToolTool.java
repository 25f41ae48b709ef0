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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls a reading tool once and shows what came: fields, types, and the beginning of the data. */
@Singleton
class ProbeToolTool implements Tool {
  private static final int SHOWN = 12_000;

  private final ToolCard card;
  private final Connectors connectors;

  ProbeToolTool(ToolCards cards, Connectors connectors) {
    this.card = cards.of("probe_tool");
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
    String tool = Objects.requireNonNull(ask.text("tool"));
    return ask.caller()
        .token()
        .flatMap(token ->
            connectors
                .named(wanted, token)
                .flatMap(connector ->
                    connectors.probe(connector, tool, ask.arguments().path("arguments"), token)))
        .map(ProbeToolTool::answer);
  }

  private static Outcome.Done answer(JsonNode found) {
    JsonNode call = found.path("answer");
    JsonNode result = call.path("result");
    if (!call.path("outcome").asText().equals("fresh")) {
      return ToolAnswer.failed(
          call.path("error")
              .path("message")
              .asText(result.path("content").path(0).path("text").asText()));
    }
    String text = result.toString();
    boolean whole = text.length() <= SHOWN;
    return ToolAnswer.of(
        new Answer(
            found.get("rows"),
            found.path("fields"),
            whole ? result : null,
            whole ? null : text.substring(0, SHOWN),
            text.length()));
  }

  /**
   * @param rows where they are in the result, and how many
   * @param result as {@code callMcpTool} returns it to a page; null if it is too large to show
   * @param resultBegins its first characters, if it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      @Nullable JsonNode rows,
      JsonNode fields,
      @Nullable JsonNode result,
      @Nullable String resultBegins,
      int resultCharacters) {}
}
