package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.bridge.Prefetch;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.snapshot.LookStore;
import dev.liveartifacts.artifact.snapshot.SnapshotStore;
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
  private final SnapshotStore snapshots;
  private final LookStore looks;
  private final Origins origins;

  Entrances(
      Doorkeeper doorkeeper,
      TicketStore store,
      Prefetch prefetch,
      SnapshotStore snapshots,
      LookStore looks,
      Origins origins) {
    this.doorkeeper = doorkeeper;
    this.store = store;
    this.prefetch = prefetch;
    this.snapshots = snapshots;
    this.looks = looks;
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
        .invoke(opened -> prefetch(version, opened, person, token))
        .flatMap(opened ->
            Uni.combine()
                .all()
                .unis(
                    store.issue(ticket, id, person, version(version, opened), nonce, false),
                    look(version, opened, person))
                .with((issued, looked) -> entrance(issued, ticket, nonce)));
  }

  /**
   * The page with the data of an earlier refresh, as it was then.
   *
   * @param version another one than that of then; null for the one of then
   */
  public Uni<Entrance> openAsOf(
      Person person, UUID id, UUID snapshotId, @Nullable Integer version) {
    Secret ticket = Secret.random();
    String nonce = Secret.random().text();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> snapshots.seen(id, snapshotId, person.id()))
        .map(found -> found.orElseThrow(() -> Problems.notFound("snapshot")))
        .map(snapshot -> version == null ? snapshot.version() : version)
        .flatMap(then -> store.issue(ticket, id, person, then, nonce, false))
        .map(issued -> entrance(issued, ticket, nonce));
  }

  /**
   * The page as it begins for others, for those who may change it: nothing is kept, and no calls
   * are made early.
   *
   * @param version an older one; null for the current one
   */
  public Uni<Entrance> openAsViewer(Person person, UUID id, @Nullable Integer version) {
    Secret ticket = Secret.random();
    String nonce = Secret.random().text();
    return doorkeeper
        .let(person, id, Action.EDIT)
        .flatMap(opened -> store.issue(ticket, id, person, version(version, opened), nonce, true))
        .map(issued -> entrance(issued, ticket, nonce));
  }

  /** What a person looks at now is what they will have looked at before, the next time. */
  private Uni<Void> look(@Nullable Integer version, Opened opened, Person person) {
    return version(version, opened) == opened.facts().version()
        ? looks.looked(opened.facts().artifactId(), person.id())
        : Uni.createFrom().voidItem();
  }

  private void prefetch(@Nullable Integer version, Opened opened, Person person, String token) {
    if (version(version, opened) == opened.facts().version()) {
      prefetch.start(opened, person, token);
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
