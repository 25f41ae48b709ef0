package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.schedule.DelegationClient;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a person lets artifacts call while they are away: seen, ended, taken back. */
@Path("/api/delegations")
class DelegationsResource {
  private final CurrentPerson current;
  private final Delegations delegations;
  private final DelegationClient client;

  DelegationsResource(CurrentPerson current, Delegations delegations, DelegationClient client) {
    this.current = current;
    this.delegations = delegations;
    this.client = client;
  }

  @GET
  public Uni<List<DelegationView>> list() {
    return delegations.of(current.get(), current.accessToken());
  }

  @PATCH
  @Path("/{artifactId}")
  public Uni<Void> expire(@RestPath UUID artifactId, @NotNull @Valid Term term) {
    return client.expire(artifactId, term.expiresAt(), current.accessToken());
  }

  @DELETE
  @Path("/{artifactId}")
  public Uni<Void> revoke(@RestPath UUID artifactId) {
    return client.revoke(artifactId, current.accessToken());
  }

  /**
   * How long.
   *
   * @param expiresAt null: until it is taken back
   */
  record Term(@Nullable Instant expiresAt) {}
}
