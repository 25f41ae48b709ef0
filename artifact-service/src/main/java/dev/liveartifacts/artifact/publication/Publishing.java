package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.packing.Gzip;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.PageText;
import dev.liveartifacts.artifact.store.VersionStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Puts a reviewed copy behind a link. */
@Singleton
class Publishing {
  private final DraftStore drafts;
  private final Copying copying;
  private final VersionStore versions;
  private final PublicationStore store;
  private final PublicationConfig config;
  private final Terms terms;
  private final ObjectMapper json;

  Publishing(
      DraftStore drafts,
      Copying copying,
      VersionStore versions,
      PublicationStore store,
      PublicationConfig config,
      Terms terms,
      ObjectMapper json) {
    this.drafts = drafts;
    this.copying = copying;
    this.versions = versions;
    this.store = store;
    this.config = config;
    this.terms = terms;
    this.json = json;
  }

  /** A copy that was made, with the secret of its link. */
  record Published(UUID id, Secret token) {}

  Uni<Published> publish(Facts facts, Person person, Wish wish) {
    terms.checkAllowed();
    Secret token = Secret.random();
    return draft(wish.draftId(), facts.artifactId(), person.id())
        .flatMap(draft ->
            Uni.combine()
                .all()
                .unis(
                    copying.of(draft, wish.choice(), facts, wish.title(facts.title())),
                    text(facts.artifactId(), draft.version()))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(made -> fresh(draft, person, wish, token, made.getItem1(), made.getItem2())))
        .flatMap(fresh -> store.keep(fresh, config.perArtifact()).map(kept -> room(kept, fresh)))
        .map(fresh -> new Published(fresh.id(), token));
  }

  /** Fails with a problem if there is none any more. */
  Uni<Draft> draft(UUID id, UUID artifactId, UUID personId) {
    return drafts
        .find(id, artifactId, personId)
        .map(found ->
            found.orElseThrow(() ->
                Problems.conflict(
                    "draft-is-over",
                    "This review is too old. Choose the data again and look through it once"
                        + " more.")));
  }

  Uni<String> text(UUID artifactId, int version) {
    return versions
        .text(artifactId, version)
        .map(text -> text.orElseThrow(() -> Problems.notFound("version")));
  }

  private NewPublication fresh(
      Draft draft, Person person, Wish wish, Secret token, Copying.Copied copied, String page) {
    byte[] content = bytes(copied.copy());
    String password = wish.password();
    return new NewPublication(
        UUID.randomUUID(),
        draft.artifactId(),
        person.id(),
        token.sha256(),
        copied.copy().title(),
        draft.version(),
        draft.takenAt(),
        terms.end(wish.expiresAt()),
        password == null ? null : Passwords.kept(password),
        Secret.random().sha256(),
        terms.sites(Objects.requireNonNullElse(wish.origins(), List.of())),
        text(copied.review()),
        PageText.of(page),
        Buffer.buffer(Gzip.pack(content)),
        content.length);
  }

  private NewPublication room(boolean kept, NewPublication fresh) {
    if (!kept) {
      throw Problems.conflict(
          "too-many-links",
          "An artifact has %d public links at most. Take one back first."
              .formatted(config.perArtifact()));
    }
    return fresh;
  }

  private String text(List<Reviewed> review) {
    return new String(bytes(review), StandardCharsets.UTF_8);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
