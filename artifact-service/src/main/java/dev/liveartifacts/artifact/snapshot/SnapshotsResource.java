package dev.liveartifacts.artifact.snapshot;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The snapshots of an artifact, as far as a person may see into them. */
@Path("/api/artifacts/{id}/snapshots")
class SnapshotsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final SnapshotStore store;

  SnapshotsResource(CurrentPerson current, Doorkeeper doorkeeper, SnapshotStore store) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
  }

  /**
   * Newest first.
   *
   * @param before those that are older than this one
   */
  @GET
  public Uni<List<SnapshotView>> list(
      @RestPath UUID id,
      @RestQuery @Nullable UUID before,
      @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> store.visible(id, person.id(), before, limit))
        .map(all -> all.stream().map(SnapshotView::of).toList());
  }

  @GET
  @Path("/{snapshotId}")
  public Uni<SnapshotView> one(@RestPath UUID id, @RestPath UUID snapshotId) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> store.seen(id, snapshotId, person.id()))
        .map(found -> found.map(SnapshotView::of))
        .map(found -> found.orElseThrow(() -> Problems.notFound("snapshot")));
  }
}
