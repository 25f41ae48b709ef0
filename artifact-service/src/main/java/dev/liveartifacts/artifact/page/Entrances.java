package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.bridge.Prefetch;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a person into a page once, and starts the calls that the page is going to make. */
@Singleton
public class Entrances {
  private final Doorkeeper doorkeeper;
  private final TicketStore store;
  private final Prefetch prefetch;
  private final Origins origins;

  Entrances(Doorkeeper doorkeeper, TicketStore store, Prefetch prefetch, Origins origins) {
    this.doorkeeper = doorkeeper;
    this.store = store;
    this.prefetch = prefetch;
    this.origins = origins;
  }

  /**
   * Fails with a problem if the person may not open it, or there is no such version.
   *
   * @param version an older one; null for the current one
   * @param token the person's, for the calls
   */
  public Uni<Entrance> open(Person person, UUID id, @Nullable Integer version, String token) {
    Secret ticket = Secret.random();
    String nonce = Secret.random().text();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .invoke(opened -> prefetch(version, opened, token))
        .flatMap(opened -> store.issue(ticket, id, person, version(version, opened), nonce))
        .map(issued -> entrance(issued, ticket, nonce));
  }

  private void prefetch(@Nullable Integer version, Opened opened, String token) {
    if (version(version, opened) == opened.facts().version()) {
      prefetch.start(opened.facts(), token);
    }
  }

  private static int version(@Nullable Integer version, Opened opened) {
    return version == null ? opened.facts().version() : version;
  }

  private Entrance entrance(boolean issued, Secret ticket, String nonce) {
    if (!issued) {
      throw Problems.notFound("version");
    }
    return new Entrance(origins.sandbox() + "/p/" + ticket.text(), nonce);
  }
}
