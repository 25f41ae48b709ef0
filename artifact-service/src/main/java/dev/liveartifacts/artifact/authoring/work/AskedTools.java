package dev.liveartifacts.artifact.authoring.work;

import dev.liveartifacts.artifact.authoring.page.Complaints;
import dev.liveartifacts.artifact.authoring.page.Draft;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.Found;
import dev.liveartifacts.artifact.mapping.ToolRequests;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds what a page asks for among what it may ask for: what its artifact has already, and the
 * chosen connectors' tools. Everything else is named with the reason, and gets nothing.
 */
@Singleton
class AskedTools {
  private final ToolRequests requests;

  AskedTools(ToolRequests requests) {
    this.requests = requests;
  }

  Uni<List<AskedTool>> of(Draft draft, Brief brief, Pass pass) {
    return Uni.createFrom()
        .item(() -> PageFacts.of(draft.html()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(facts ->
            pass.use(token -> requests.inspect(facts.tools(), facts.servers()::of, token))
                .map(found -> found.stream().map(one -> asked(one, brief)).toList()));
  }

  static Complaints complaints(List<AskedTool> tools) {
    List<String> faults =
        tools.stream()
            .flatMap(tool -> Stream.ofNullable(tool.problem()).map(why -> tool.name() + ": " + why))
            .toList();
    return new Complaints(List.of(), faults);
  }

  private static AskedTool asked(Found found, Brief brief) {
    List<UUID> allowed = brief.sources().stream().map(Source::id).toList();
    return had(found, brief, allowed)
        .or(() -> offered(found, allowed))
        .orElseGet(() ->
            AskedTool.refused(
                found,
                found.guess() == null
                    ? "No connector that may be used has this tool."
                    : "This belongs to a connector that was not chosen for this page."));
  }

  private static Optional<AskedTool> had(Found found, Brief brief, List<UUID> allowed) {
    return brief
        .change()
        .flatMap(change ->
            change.tools().stream()
                .filter(tool -> tool.name().equals(found.name()) && tool.connectorId() != null)
                .map(tool -> AskedTool.had(tool, tool.state() == ArtifactTool.State.GRANTED))
                .filter(tool -> tool.granted() || allowed.contains(tool.connectorId()))
                .findFirst());
  }

  private static Optional<AskedTool> offered(Found found, List<UUID> allowed) {
    return Stream.concat(Stream.ofNullable(found.guess()), found.candidates().stream())
        .filter(target -> allowed.contains(target.connectorId()))
        .findFirst()
        .map(target -> AskedTool.offered(found, target));
  }
}
