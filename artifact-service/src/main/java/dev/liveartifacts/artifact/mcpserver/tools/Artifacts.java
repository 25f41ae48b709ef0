package dev.liveartifacts.artifact.mcpserver.tools;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.ArtifactViewStore;
import dev.liveartifacts.artifact.store.VersionStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Artifacts by what a client calls them, past the same doorkeeper as everywhere. */
@Singleton
public class Artifacts {
  private final Handles handles;
  private final HandleStore handleStore;
  private final Doorkeeper doorkeeper;
  private final ArtifactViewStore views;
  private final VersionStore versions;
  private final String place;

  Artifacts(
      Handles handles,
      HandleStore handleStore,
      Doorkeeper doorkeeper,
      ArtifactViewStore views,
      VersionStore versions,
      Origins origins) {
    this.handles = handles;
    this.handleStore = handleStore;
    this.doorkeeper = doorkeeper;
    this.views = views;
    this.versions = versions;
    this.place = origins.app() + "/a/";
  }

  /**
   * @param name handle or id
   */
  public Uni<Opened> let(Person person, String name, Action action) {
    return handles.artifact(person, name).flatMap(id -> doorkeeper.let(person, id, action));
  }

  Uni<Shown> shown(Person person, Opened opened) {
    UUID id = opened.facts().artifactId();
    return Uni.combine()
        .all()
        .unis(views.view(id, opened.role()), handleStore.all(person.id()))
        .with((artifact, known) -> Shown.of(artifact, known.get(id), url(id)));
  }

  /** The page of the current version. */
  public Uni<String> page(Opened opened) {
    return versions
        .text(opened.facts().artifactId(), opened.facts().version())
        .map(text -> text.orElseThrow(() -> Problems.notFound("version")));
  }

  /** The handles of their own artifacts. */
  public Uni<Map<UUID, String>> handles(Person person) {
    return handleStore.all(person.id());
  }

  String url(UUID id) {
    return place + id;
  }
}
