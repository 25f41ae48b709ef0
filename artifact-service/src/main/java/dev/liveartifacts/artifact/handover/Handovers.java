package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonStore;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds who is to have an artifact, and gives it to them. */
@Singleton
class Handovers {
  private final HandoverStore store;
  private final PersonStore people;
  private final HandoverLoop loop;
  private final DeliveryLoop mails;
  private final Throttle throttle;
  private final ThrottleConfig often;

  Handovers(
      HandoverStore store,
      PersonStore people,
      HandoverLoop loop,
      DeliveryLoop mails,
      Throttle throttle,
      ThrottleConfig often) {
    this.store = store;
    this.people = people;
    this.loop = loop;
    this.mails = mails;
    this.throttle = throttle;
    this.often = often;
  }

  /** By its owner, who stays as an editor. Whoever calls has asked the doorkeeper. */
  Uni<Void> transfer(UUID artifactId, Person owner, Heir heir) {
    return give(artifactId, owner, true, heir);
  }

  /** By an administrator; the one before keeps nothing. */
  Uni<Void> reassign(UUID artifactId, Person administrator, Heir heir) {
    return give(artifactId, administrator, false, heir);
  }

  private Uni<Void> give(UUID artifactId, Person by, boolean asOwner, Heir heir) {
    return throttle
        .check(
            "people-search",
            often.peopleSearch(),
            by.id().toString(),
            "You have looked for many people in a short time.")
        .flatMap(may -> find(heir))
        .flatMap(to -> store.give(artifactId, by, asOwner, to))
        .invoke(loop::wake)
        .invoke(mails::wake);
  }

  private Uni<Person> find(Heir heir) {
    String address = heir.address();
    Uni<Optional<UUID>> id =
        address == null
            ? Uni.createFrom().item(Optional.of(Objects.requireNonNull(heir.personId())))
            : store.withAddress(address);
    return id.flatMap(this::lastSeen)
        .map(found -> found.filter(person -> person.workspace().member()))
        .map(found -> found.orElseThrow(Handovers::nobody));
  }

  private Uni<Optional<Person>> lastSeen(Optional<UUID> id) {
    return id.isPresent() ? people.lastSeen(id.get()) : Uni.createFrom().item(Optional.empty());
  }

  /** The same for who is not there and for who may not have it. */
  private static ProblemException nobody() {
    return Problems.conflict(
        "nobody-there",
        "Nobody of this workspace has signed in under this name. Ask them to sign in once, then try"
            + " again.");
  }
}
