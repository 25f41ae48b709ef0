package dev.liveartifacts.artifact.diff;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.VersionStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What changed from one version of a page to another. */
@Path("/api/artifacts/{id}/versions/{number}/diff")
class DiffResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final VersionStore versions;

  DiffResource(CurrentPerson current, Doorkeeper doorkeeper, VersionStore versions) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.versions = versions;
  }

  /**
   * @param to the version to compare with; the current one if it is not said
   */
  @GET
  public Uni<List<DiffLine>> diff(
      @RestPath UUID id, @RestPath int number, @RestQuery @Nullable Integer to) {
    return doorkeeper
        .let(current.get(), id, Action.OPEN)
        .flatMap(opened -> compare(id, number, to == null ? opened.facts().version() : to));
  }

  private Uni<List<DiffLine>> compare(UUID id, int from, int to) {
    return Uni.combine()
        .all()
        .unis(text(id, from), text(id, to))
        .asTuple()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(both -> TextDiff.of(both.getItem1(), both.getItem2()));
  }

  private Uni<String> text(UUID id, int number) {
    return versions
        .text(id, number)
        .map(text -> text.orElseThrow(() -> Problems.notFound("version")));
  }
}
