package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes artifacts from pages, wherever the pages come from. */
@Singleton
public class ArtifactMaker {
  private final Drafts drafts;
  private final ArtifactStore store;
  private final ArtifactViewStore views;

  ArtifactMaker(Drafts drafts, ArtifactStore store, ArtifactViewStore views) {
    this.drafts = drafts;
    this.store = store;
    this.views = views;
  }

  /**
   * Makes one from a page; what is not said is taken from the page.
   *
   * @param token of the person, to see which connectors the page may mean
   * @param choices what the person says about the tools that it asks for
   */
  public Uni<Artifact> make(
      Person owner,
      String token,
      @Nullable String title,
      @Nullable String description,
      String html,
      List<Choice> choices) {
    return make(owner, token, title, description, new Brought(html, choices, List.of()));
  }

  /** The same for a page whose maker names tools beside those that the page names itself. */
  public Uni<Artifact> make(
      Person owner,
      String token,
      @Nullable String title,
      @Nullable String description,
      Brought page) {
    Access.check(owner.workspace(), WorkspaceAction.MAKE);
    return drafts
        .read(page, token)
        .flatMap(draft -> store.create(owner.id(), title, description, draft))
        .flatMap(id -> views.view(id, Role.OWNER));
  }

  public Uni<Integer> makeVersion(
      UUID id, Person author, String token, String summary, String html) {
    return makeVersion(id, author, token, summary, new Brought(html, List.of(), List.of()));
  }

  /**
   * Adds a version; tools that are granted stay granted. Whoever calls has asked the doorkeeper.
   */
  public Uni<Integer> makeVersion(
      UUID id, Person author, String token, String summary, Brought page) {
    return drafts
        .read(page, token)
        .flatMap(draft -> store.addVersion(id, author.id(), summary, draft));
  }

  /**
   * Deletes an artifact and its delegation; a delegation that stays behind ends at its next run.
   */
  Uni<Void> unmake(UUID id) {
    return store.delete(id);
  }
}
