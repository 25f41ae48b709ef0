package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an artifact may be let call while its owner is away: shown, and agreed to. */
@Path("/api/artifacts/{id}/delegation")
class ProposalResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Delegating delegating;

  ProposalResource(CurrentPerson current, Doorkeeper doorkeeper, Delegating delegating) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.delegating = delegating;
  }

  /** The calls that the owner's page made, and what their arguments may mean. */
  @GET
  @Path("/proposal")
  public Uni<Proposal> proposal(
      @RestPath UUID id, @RestQuery @DefaultValue("UTC") @Size(max = 60) String timeZone) {
    return doorkeeper
        .let(current.get(), id, Action.SCHEDULE)
        .flatMap(opened -> delegating.proposal(opened.facts(), timeZone));
  }

  /** Renews what the artifact's schedules may call; they stay as they are. */
  @PUT
  public Uni<Void> delegate(@RestPath UUID id, @NotNull @Valid Agreement agreed) {
    Person person = current.get();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.SCHEDULE)
        .flatMap(opened ->
            delegating.delegate(
                opened.facts(), agreed.timeZone(), agreed.calls(), agreed.expiresAt(), token))
        .replaceWithVoid();
  }

  /**
   * What the owner agrees to.
   *
   * @param timeZone in which the proposal was made
   * @param calls what was looked at; null: the proposal as it is
   * @param expiresAt null: until it is taken back
   */
  record Agreement(
      @NotBlank @Size(max = 60) String timeZone,
      @Nullable @Size(max = 100) List<Review.@NotNull @Valid Call> calls,
      @Nullable Instant expiresAt) {}
}
