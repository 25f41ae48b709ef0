package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.bridge.Prefetch;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Lets the web app show a page once. */
@Path("/api/artifacts/{id}/tickets")
class TicketsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final TicketStore store;
  private final Prefetch prefetch;
  private final Origins origins;

  TicketsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      TicketStore store,
      Prefetch prefetch,
      Origins origins) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
    this.prefetch = prefetch;
    this.origins = origins;
  }

  @POST
  public Uni<Entrance> issue(@RestPath UUID id, @Valid @Nullable Wish wish) {
    Person person = current.get();
    Secret ticket = Secret.random();
    String nonce = Secret.random().text();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .invoke(opened -> prefetch(wish, opened, token))
        .flatMap(opened -> store.issue(ticket, id, person, version(wish, opened), nonce))
        .map(issued -> entrance(issued, ticket, nonce));
  }

  private void prefetch(@Nullable Wish wish, Opened opened, String token) {
    if (version(wish, opened) == opened.facts().version()) {
      prefetch.start(opened.facts(), token);
    }
  }

  private static int version(@Nullable Wish wish, Opened opened) {
    return wish == null || wish.version() == null ? opened.facts().version() : wish.version();
  }

  private Entrance entrance(boolean issued, Secret ticket, String nonce) {
    if (!issued) {
      throw Problems.notFound("version");
    }
    return new Entrance(origins.sandbox() + "/p/" + ticket.text(), nonce);
  }

  /**
   * @param version an older one; null for the current one
   */
  record Wish(@Nullable @Positive Integer version) {}

  /**
   * Where the page is, for one use within a minute.
   *
   * @param nonce by which the page proves to the web app that it is the one that was opened
   */
  record Entrance(String url, String nonce) {}
}
