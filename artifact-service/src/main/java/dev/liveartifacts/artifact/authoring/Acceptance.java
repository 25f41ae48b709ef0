package dev.liveartifacts.artifact.authoring;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.authoring.journal.Description;
import dev.liveartifacts.artifact.authoring.journal.Description.State;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.work.AskedTool;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.ArtifactMaker;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Saves a page that was made from words: as a new artifact, or as a new version. Accepting it twice
 * saves it once. No tool is granted.
 */
@Singleton
class Acceptance {
  private final DescriptionStore store;
  private final ArtifactMaker maker;
  private final Doorkeeper doorkeeper;

  Acceptance(DescriptionStore store, ArtifactMaker maker, Doorkeeper doorkeeper) {
    this.store = store;
    this.maker = maker;
    this.doorkeeper = doorkeeper;
  }

  Uni<Saved> save(UUID id, Person person, String token, @Nullable String title, boolean overwrite) {
    return store
        .of(id, person.id())
        .map(found -> found.orElseThrow(() -> Problems.notFound("description")))
        .flatMap(one ->
            one.state() == State.ACCEPTED
                ? Uni.createFrom().item(saved(one))
                : save(one, person, token, title, overwrite));
  }

  private Uni<Saved> save(
      Description one, Person person, String token, @Nullable String title, boolean overwrite) {
    if (one.state() != State.DONE || one.html() == null) {
      throw Problems.conflict("description-not-done", "There is no finished page to save.");
    }
    return store
        .claim(one.id(), person.id())
        .flatMap(mine -> mine ? made(one, person, token, title, overwrite) : busy());
  }

  private Uni<Saved> made(
      Description one, Person person, String token, @Nullable String title, boolean overwrite) {
    Uni<Saved> made =
        one.artifactId() == null
            ? create(one, person, token, title)
            : change(one, one.artifactId(), person, token, overwrite);
    return made.onFailure()
        .call(failure -> store.release(one.id(), person.id()))
        .call(saved -> store.accept(one.id(), person.id(), saved.artifactId(), saved.version()));
  }

  private static Uni<Saved> busy() {
    return Uni.createFrom()
        .failure(() ->
            Problems.conflict(
                "being-saved", "This page is being saved already. Look again in a moment."));
  }

  private Uni<Saved> create(Description one, Person person, String token, @Nullable String title) {
    String name = title == null || title.isBlank() ? one.title() : title;
    return maker
        .make(person, token, name, one.summary(), Objects.requireNonNull(one.html()), choices(one))
        .map(artifact -> new Saved(artifact.id(), artifact.version()));
  }

  private Uni<Saved> change(
      Description one, UUID artifactId, Person person, String token, boolean overwrite) {
    return doorkeeper
        .let(person, artifactId, Action.EDIT)
        .invoke(opened -> sameVersion(one, opened, overwrite))
        .flatMap(opened ->
            maker.makeVersion(
                artifactId, person, token, summary(one), Objects.requireNonNull(one.html())))
        .map(version -> new Saved(artifactId, version));
  }

  private static void sameVersion(Description one, Opened opened, boolean overwrite) {
    int now = opened.facts().version();
    if (!overwrite && !Integer.valueOf(now).equals(one.baseVersion())) {
      throw Problems.conflict(
          "version-moved-on",
          ("Somebody saved version %d meanwhile; this change was made to version %d. Save it anyway"
                  + " to replace theirs: both stay in the history.")
              .formatted(now, one.baseVersion()));
    }
  }

  private static String summary(Description one) {
    return Optional.ofNullable(one.summary()).filter(text -> !text.isBlank()).orElse("Changed");
  }

  private static List<Choice> choices(Description one) {
    return one.tools().stream()
        .map(JsonObject.class::cast)
        .map(AskedTool::read)
        .flatMap(tool -> tool.choice().stream())
        .toList();
  }

  private static Saved saved(Description one) {
    return new Saved(
        Objects.requireNonNull(one.artifactId()), Objects.requireNonNull(one.baseVersion()));
  }

  /** Where the page is now. */
  record Saved(UUID artifactId, int version) {}
}
