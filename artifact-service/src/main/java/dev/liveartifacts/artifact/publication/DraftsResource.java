package dev.liveartifacts.artifact.publication;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a frozen copy would show, for the artifact's owner to look through. */
@Path("/api/artifacts/{id}/publications/drafts")
class DraftsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Drafting drafting;
  private final Copying copying;
  private final Publishing publishing;
  private final CopyFile file;
  private final Throttle throttle;
  private final ThrottleConfig limits;

  DraftsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      Drafting drafting,
      Copying copying,
      Publishing publishing,
      CopyFile file,
      Throttle throttle,
      ThrottleConfig limits) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.drafting = drafting;
    this.copying = copying;
    this.publishing = publishing;
    this.file = file;
    this.throttle = throttle;
    this.limits = limits;
  }

  /** Call by call and field by field; usable for fifty minutes. */
  @POST
  @ResponseStatus(201)
  public Uni<DraftView> draft(@RestPath UUID id, @NotNull @Valid Source source) {
    Person person = current.get();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.SHARE)
        .call(opened -> throttle(person))
        .flatMap(opened -> draft(opened.facts(), person, source, token))
        .flatMap(draft ->
            copying
                .looked(draft)
                .map(calls -> new DraftView(draft.id(), draft.version(), draft.takenAt(), calls)));
  }

  /** What visitors would get if this were published: the very same data. */
  @POST
  @Path("/{draftId}/copy")
  public Uni<Copy> copy(@RestPath UUID id, @RestPath UUID draftId, @NotNull @Valid Choice choice) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.SHARE)
        .map(Opened::facts)
        .flatMap(facts ->
            publishing
                .draft(draftId, id, person.id())
                .flatMap(draft -> copying.of(draft, choice, facts, facts.title())))
        .map(Copying.Copied::copy);
  }

  /** The page as one file, with this data. */
  @POST
  @Path("/{draftId}/file")
  public Uni<SavedFile> file(
      @RestPath UUID id, @RestPath UUID draftId, @NotNull @Valid Choice choice) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.SHARE)
        .map(Opened::facts)
        .flatMap(facts ->
            publishing
                .draft(draftId, id, person.id())
                .flatMap(draft ->
                    Uni.combine()
                        .all()
                        .unis(
                            copying.of(draft, choice, facts, facts.title()),
                            publishing.text(id, draft.version()))
                        .asTuple())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(made -> file.of(made.getItem2(), made.getItem1().copy()))
                .map(html -> new SavedFile(facts.title() + ".html", html)));
  }

  /** The sources are asked each time, and what they answer is kept. */
  private Uni<Void> throttle(Person person) {
    return throttle.check(
        "public-drafts",
        limits.publicDrafts(),
        person.id().toString(),
        "You had data gathered for a public link very often.");
  }

  private Uni<Draft> draft(Facts facts, Person person, Source source, String token) {
    UUID snapshotId = source.snapshotId();
    return snapshotId == null
        ? drafting.ofNow(facts, person, source.timeZone(), token)
        : drafting.ofSnapshot(facts, person, snapshotId);
  }

  /** A file for the browser to save. */
  record SavedFile(String name, String html) {}

  /**
   * Where the data comes from.
   *
   * @param snapshotId a refresh; null for what the sources answer at this moment
   * @param timeZone in which the page's "today" is meant, an IANA name
   */
  record Source(@Nullable UUID snapshotId, @NotNull @Size(max = 60) String timeZone) {}
}
