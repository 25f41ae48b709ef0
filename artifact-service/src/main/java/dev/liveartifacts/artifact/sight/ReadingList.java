package dev.liveartifacts.artifact.sight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.schedule.ToolId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an artifact reads when this person opens it.
 *
 * @param agreed true if there is nothing to ask, as for its owner
 * @param list names exactly this list when the person agrees to it
 * @param from whose artifact it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadingList(
    boolean agreed,
    String list,
    @Nullable String message,
    @Nullable String from,
    List<Source> sources) {
  /**
   * One source.
   *
   * @param tools in words
   * @param state how the person stands with it; always ready where the owner's access is used
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Source(
      UUID connectorId,
      String connectorName,
      List<String> tools,
      SourceAccess access,
      Standing.State state,
      Standing.@Nullable Action action) {}

  /** The tools that would use the person's own access: what they agree to. */
  static Set<ToolId> own(Facts facts, Terms terms, Instant now) {
    return facts.tools().stream()
        .filter(tool -> terms.shown(tool.connectorId(), facts.ownerId(), now).isEmpty())
        .map(tool -> new ToolId(tool.connectorId(), tool.tool()))
        .collect(Collectors.toSet());
  }

  static boolean agreed(Role role, Set<ToolId> own, Facts facts, Terms terms) {
    return role == Role.OWNER
        || facts.tools().isEmpty()
        || terms.agreed() && terms.consented().containsAll(own);
  }

  /** Changes with the tools and with by whose access they are called. */
  static String name(Set<ToolId> own) {
    String text =
        own.stream()
            .map(tool -> tool.connectorId() + " " + tool.tool())
            .sorted()
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static List<Source> sources(
      Facts facts, Set<ToolId> own, Optional<Map<UUID, Standing.Listed>> standings) {
    Set<UUID> byViewer = own.stream().map(ToolId::connectorId).collect(Collectors.toSet());
    return SourceViews.bySource(facts.tools()).entrySet().stream()
        .map(source ->
            byViewer.contains(source.getKey())
                ? source(
                    source.getValue(),
                    SourceAccess.VIEWER,
                    SourceViews.standing(standings, source.getKey()))
                : source(source.getValue(), SourceAccess.OWNER, Standing.READY))
        .toList();
  }

  private static Source source(List<AllowedTool> tools, SourceAccess access, Standing standing) {
    AllowedTool first = tools.getFirst();
    return new Source(
        first.connectorId(),
        first.connectorName(),
        tools.stream().map(tool -> ToolTitle.of(tool.tool())).distinct().toList(),
        access,
        standing.state(),
        standing.action());
  }
}
