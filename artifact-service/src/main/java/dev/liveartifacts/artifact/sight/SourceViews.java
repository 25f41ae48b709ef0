package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.delegation.Proposal;
import dev.liveartifacts.artifact.schedule.Question;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what an owner looks at before they show anything. */
final class SourceViews {
  private final Facts facts;
  private final Proposal proposal;
  private final Map<UUID, ShownStore.Kept> shown;
  private final Optional<Map<UUID, Standing.Listed>> standings;

  SourceViews(
      Facts facts,
      Proposal proposal,
      List<ShownStore.Kept> shown,
      Optional<Map<UUID, Standing.Listed>> standings) {
    this.facts = facts;
    this.proposal = proposal;
    this.shown =
        shown.stream().collect(Collectors.toMap(ShownStore.Kept::connectorId, kept -> kept));
    this.standings = standings;
  }

  List<SourceView> all() {
    return bySource(facts.tools()).entrySet().stream()
        .map(source -> view(source.getKey(), source.getValue()))
        .toList();
  }

  /** In the order in which the page names them. */
  static Map<UUID, List<AllowedTool>> bySource(List<AllowedTool> tools) {
    return tools.stream()
        .collect(
            Collectors.groupingBy(
                AllowedTool::connectorId, LinkedHashMap::new, Collectors.toList()));
  }

  static Standing standing(Optional<Map<UUID, Standing.Listed>> known, UUID connectorId) {
    return known
        .map(all -> Optional.ofNullable(all.get(connectorId)))
        .map(found -> found.map(Standing::of).orElse(Standing.NOT_YOURS))
        .orElse(Standing.UNKNOWN);
  }

  private SourceView view(UUID connectorId, List<AllowedTool> tools) {
    ShownStore.Kept kept = shown.get(connectorId);
    return new SourceView(
        connectorId,
        tools.getFirst().connectorName(),
        standings.map(all -> all.get(connectorId)).filter(Standing.Listed::isShared).isPresent()
            ? "workspace"
            : "personal",
        kept == null ? SourceAccess.VIEWER : SourceAccess.OWNER,
        tools.stream()
            .map(tool ->
                new SourceView.Tool(tool.tool(), ToolTitle.of(tool.tool()), tool.readOnly()))
            .distinct()
            .toList(),
        proposal.of(connectorId).calls().stream().map(call -> call(call, kept)).toList(),
        kept == null ? null : kept.timeZone(),
        kept == null ? null : kept.version(),
        kept == null ? null : kept.givenAt(),
        kept == null ? null : kept.expiresAt(),
        standing(standings, connectorId));
  }

  private static SourceView.Call call(Proposal.Call call, ShownStore.@Nullable Kept kept) {
    return new SourceView.Call(
        call.key(),
        call.tool(),
        ToolTitle.of(call.tool()),
        call.arguments(),
        call.relative(),
        kept != null && kept.calls().stream().anyMatch(one -> isSame(call, one)));
  }

  /** Whatever is, or may be, relative does not count: the owner may have chosen otherwise. */
  private static boolean isSame(Proposal.Call made, ShownStore.KeptCall kept) {
    List<RelativeArgument> moving =
        Stream.concat(
                made.relative().stream().map(Proposal.Argument::path),
                kept.relative().stream().map(RelativeArgument::path))
            .map(path -> new RelativeArgument(path, ""))
            .toList();
    return made.tool().equals(kept.tool())
        && Arrays.equals(
            Question.hash(made.connectorId(), made.tool(), made.arguments().toString(), moving),
            Question.hash(made.connectorId(), kept.tool(), kept.arguments(), moving));
  }
}
