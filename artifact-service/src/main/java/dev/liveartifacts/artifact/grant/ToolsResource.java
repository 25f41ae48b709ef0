package dev.liveartifacts.artifact.grant;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.mapping.ConnectorsClient;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.schedule.DelegationClient;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The owner's word on the tools of an artifact. What is withdrawn leaves the delegation first, so
 * that no schedule uses it any longer than the page.
 */
@Path("/api/artifacts/{id}/tools")
class ToolsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final ConnectorsClient connectors;
  private final ToolStore store;
  private final DelegationClient delegations;

  ToolsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      ConnectorsClient connectors,
      ToolStore store,
      DelegationClient delegations) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.connectors = connectors;
    this.store = store;
    this.delegations = delegations;
  }

  @PUT
  public Uni<List<ArtifactTool>> decide(@RestPath UUID id, @NotNull @Valid Wishes wishes) {
    Person person = current.get();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.GRANT)
        .flatMap(opened -> store.of(id))
        .flatMap(known ->
            decisions(known, wishes, token)
                .call(
                    decisions -> delegations.withdraw(id, Withdrawal.of(known, decisions), token)))
        .flatMap(decisions -> store.decide(id, person.id(), decisions));
  }

  private Uni<List<Decision>> decisions(List<ArtifactTool> known, Wishes wishes, String token) {
    Ballot ballot = Ballot.of(wishes.tools(), known);
    return connectors.these(ballot.connectorIds(), token).map(ballot::decisions);
  }

  /** The tools to decide about; those not named stay as they are. */
  record Wishes(@NotNull @Size(max = 500) List<@NotNull @Valid Wish> tools) {}

  /**
   * @param connectorId which connector is meant; null leaves it as it is
   */
  record Wish(
      @NotBlank @Size(max = 256) String name, @Nullable UUID connectorId, boolean granted) {}
}
