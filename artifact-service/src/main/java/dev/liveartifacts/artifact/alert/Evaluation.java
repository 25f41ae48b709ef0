package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at the data that an alert has not seen yet, with its person's eyes, oldest first. */
@Singleton
class Evaluation {
  /** Who was away for longer sees the newest. */
  private static final int MOST = 20;

  private static final Comparator<Snapshot> IN_ORDER =
      Comparator.comparing(Snapshot::takenAt).thenComparing(snapshot -> snapshot.id().toString());

  private final Doorkeeper doorkeeper;
  private final SnapshotStore snapshots;
  private final Readings readings;
  private final EvaluationStore store;

  Evaluation(
      Doorkeeper doorkeeper, SnapshotStore snapshots, Readings readings, EvaluationStore store) {
    this.doorkeeper = doorkeeper;
    this.snapshots = snapshots;
    this.readings = readings;
    this.store = store;
  }

  Uni<Void> evaluate(Alert alert) {
    return snapshots
        .newest(alert.artifactId(), MOST)
        .map(newest -> unseen(alert, newest))
        .flatMap(unseen -> each(alert, unseen));
  }

  /** Ends where somebody else was faster, or the alert was changed meanwhile. */
  private Uni<Void> each(Alert alert, List<Snapshot> unseen) {
    Uni<Optional<Alert>> state = Uni.createFrom().item(Optional.of(alert));
    for (Snapshot snapshot : unseen) {
      state =
          state.flatMap(
              now -> now.isEmpty() ? Uni.createFrom().item(now) : one(now.get(), snapshot));
    }
    return state.replaceWithVoid();
  }

  private Uni<Optional<Alert>> one(Alert alert, Snapshot snapshot) {
    return reading(alert, snapshot)
        .map(reading -> Finding.of(alert, snapshot, reading))
        .flatMap(finding ->
            store
                .keep(finding)
                .map(kept -> kept ? Optional.of(finding.after()) : Optional.empty()));
  }

  /** Whoever may not look any more finds nothing, and is told nothing. */
  private Uni<Reading> reading(Alert alert, Snapshot snapshot) {
    return doorkeeper
        .ifAllowed(alert.personId(), alert.artifactId())
        .flatMap(opened ->
            opened.isPresent()
                ? readings.read(alert.condition(), snapshot.seenBy(alert.personId()))
                : Uni.createFrom().item(new Reading.Silent("It is not shared with you any more.")));
  }

  private static List<Snapshot> unseen(Alert alert, List<Snapshot> newest) {
    return newest.stream().filter(snapshot -> isLater(snapshot, alert)).sorted(IN_ORDER).toList();
  }

  private static boolean isLater(Snapshot snapshot, Alert alert) {
    int later = snapshot.takenAt().compareTo(alert.standing().seenAt());
    return later > 0
        || (later == 0
            && snapshot.id().toString().compareTo(alert.standing().seenId().toString()) > 0);
  }
}
