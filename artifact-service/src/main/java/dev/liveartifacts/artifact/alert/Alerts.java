package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.delivery.Channels;
import dev.liveartifacts.artifact.delivery.WebhookClient;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Makes alerts of wishes: checked, and knowing what the newest data says. */
@Singleton
class Alerts {
  private static final String NO_DATA =
      "There is no refreshed data to look at yet. Schedule this artifact, or run its schedule once.";

  private final AlertStore store;
  private final SnapshotStore snapshots;
  private final Readings readings;
  private final Channels channels;
  private final WebhookClient webhooks;
  private final AlertConfig config;
  private final Clock clock;

  Alerts(
      AlertStore store,
      SnapshotStore snapshots,
      Readings readings,
      Channels channels,
      WebhookClient webhooks,
      AlertConfig config,
      Clock clock) {
    this.store = store;
    this.snapshots = snapshots;
    this.readings = readings;
    this.channels = channels;
    this.webhooks = webhooks;
    this.config = config;
    this.clock = clock;
  }

  /** A new alert, which is not kept yet. Fails with a problem that says what to do. */
  Uni<Alert> make(Person person, Facts facts, Wish wish) {
    return store
        .count(person.id(), facts.artifactId())
        .invoke(this::room)
        .flatMap(count ->
            wanted(person, facts, wish, UUID.randomUUID(), UUID.randomUUID(), clock.instant()));
  }

  /** An alert as it is wished for now, as if it began with the newest data. */
  Uni<Alert> change(Person person, Facts facts, Alert before, Wish wish) {
    return wanted(person, facts, wish, before.id(), before.signer(), before.createdAt());
  }

  /** The newest data that this person may see. */
  Uni<Snapshot> newest(Person person, UUID artifactId) {
    return snapshots
        .newest(artifactId, 1)
        .map(all ->
            all.stream()
                .findFirst()
                .map(snapshot -> snapshot.seenBy(person.id()))
                .orElseThrow(() -> Problems.conflict("no-data-yet", NO_DATA)));
  }

  /** Fails with a problem if this cannot be looked at. */
  static void checked(Condition condition) throws ProblemException {
    condition
        .objection()
        .ifPresent(why -> {
          throw Problems.badRequest(why);
        });
  }

  private Uni<Alert> wanted(
      Person person, Facts facts, Wish wish, UUID id, UUID signer, Instant createdAt) {
    checked(wish.condition());
    reachable(person, wish);
    String url = wish.webhook();
    return (url == null ? Uni.createFrom().voidItem() : webhooks.check(url))
        .flatMap(fine -> newest(person, facts.artifactId()))
        .flatMap(snapshot ->
            readings
                .read(wish.condition(), snapshot)
                .map(reading ->
                    alert(person, facts, wish, id, signer, createdAt, snapshot, reading)));
  }

  private static Alert alert(
      Person person,
      Facts facts,
      Wish wish,
      UUID id,
      UUID signer,
      Instant createdAt,
      Snapshot snapshot,
      Reading reading) {
    Condition condition = wish.condition();
    String connector = connector(condition, snapshot);
    Course start = Course.startingAt(condition, reading);
    Alert.Standing standing =
        new Alert.Standing(
            start,
            snapshot.takenAt(),
            snapshot.id(),
            AlertWords.found(condition, connector, null, reading),
            snapshot.takenAt(),
            reading instanceof Reading.Unreadable(String why) ? why : null);
    return new Alert(
        id,
        facts.artifactId(),
        facts.title(),
        person.id(),
        person.email(),
        wish.nameOr(AlertWords.condition(condition, connector)),
        condition,
        connector,
        wish.mail(),
        wish.webhook(),
        signer,
        wish.quiet(),
        wish.tellWhenOver(),
        false,
        createdAt,
        standing);
  }

  private void room(AlertStore.Count count) throws ProblemException {
    if (count.here() >= config.perArtifact() || count.total() >= config.perPerson()) {
      throw Problems.conflict(
          "too-many-alerts",
          "You can have %d alerts for one artifact and %d in all. Delete one that you do not need."
              .formatted(config.perArtifact(), config.perPerson()));
    }
  }

  private void reachable(Person person, Wish wish) throws ProblemException {
    if (wish.mail() && !channels.mailIsSetUp()) {
      throw Problems.conflict("no-mail", channels.howToSetUpMail());
    }
    if (wish.mail() && person.email() == null) {
      throw Problems.conflict(
          "no-address", "Your sign-in server has told no verified mail address of yours.");
    }
  }

  private static String connector(Condition condition, Snapshot snapshot) {
    return snapshot.calls().stream()
        .filter(call -> call.connectorId().equals(condition.connectorId()))
        .findFirst()
        .orElseThrow(() ->
            Problems.badRequest("The refreshed data has nothing of this source. Choose another."))
        .connector();
  }
}
