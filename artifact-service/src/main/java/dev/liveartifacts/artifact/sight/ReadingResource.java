package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.schedule.ToolId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What an artifact reads, told to whoever opens it for the first time, and their yes to it. */
@Path("/api/artifacts/{id}")
class ReadingResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Sights sights;
  private final TermsStore store;
  private final InvitationStore invitations;
  private final StandingClient standings;
  private final Clock clock;

  ReadingResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      Sights sights,
      TermsStore store,
      InvitationStore invitations,
      StandingClient standings,
      Clock clock) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.sights = sights;
    this.store = store;
    this.invitations = invitations;
    this.standings = standings;
    this.clock = clock;
  }

  @GET
  @Path("/reading")
  public Uni<ReadingList> reading(@RestPath UUID id) {
    Person person = current.get();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened ->
            Uni.combine()
                .all()
                .unis(store.of(id, person.id()), invitations.of(id, person), standings.of(token))
                .with((terms, invitation, standing) -> list(opened, terms, invitation, standing)));
  }

  /** Bound to the list that the person saw; a longer one is asked about again. */
  @POST
  @Path("/consent")
  public Uni<Void> agree(@RestPath UUID id, @NotNull @Valid Seen seen) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened ->
            store
                .of(id, person.id())
                .map(terms -> ReadingList.own(opened.facts(), terms, clock.instant())))
        .invoke(own -> same(own, seen))
        .flatMap(own -> store.agree(id, person.id(), own))
        .invoke(() -> sights.changed(id));
  }

  private static void same(Set<ToolId> own, Seen seen) {
    if (!seen.list().equals(ReadingList.name(own))) {
      throw Problems.conflict(
          "reading-changed", "The artifact reads something else by now. Look at the list again.");
    }
  }

  private ReadingList list(
      Opened opened,
      Terms terms,
      InvitationStore.Invitation invitation,
      Optional<Map<UUID, Standing.Listed>> standing) {
    Facts facts = opened.facts();
    Set<ToolId> own = ReadingList.own(facts, terms, clock.instant());
    boolean isOwner = opened.role() == Role.OWNER;
    return new ReadingList(
        ReadingList.agreed(opened.role(), own, facts, terms),
        ReadingList.name(own),
        isOwner ? null : invitation.message(),
        isOwner ? null : invitation.from(),
        ReadingList.sources(facts, own, standing));
  }

  /**
   * @param list as it was told
   */
  record Seen(@NotBlank @Size(max = 100) String list) {}
}
