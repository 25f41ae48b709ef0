package dev.liveartifacts.artifact.comparison;

import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.snapshot.LookStore;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import dev.liveartifacts.artifact.snapshot.SnapshotStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the snapshots that are to be compared, as far as a person may see into them. */
@Singleton
class Marks {
  /** How far back one with data is looked for. */
  private static final int DEPTH = 20;

  private final SnapshotStore snapshots;
  private final LookStore looks;

  Marks(SnapshotStore snapshots, LookStore looks) {
    this.snapshots = snapshots;
    this.looks = looks;
  }

  Uni<Snapshot> to(UUID artifactId, UUID personId, String word) {
    return word.equals("newest")
        ? withData(artifactId, personId, null).map(found -> found.orElseThrow(Marks::nothingYet))
        : named(artifactId, personId, word);
  }

  Uni<Snapshot> from(Snapshot to, UUID personId, String word) {
    return switch (word) {
      case "seen" -> seen(to.artifactId(), personId);
      case "previous" ->
          withData(to.artifactId(), personId, to.id())
              .map(found -> found.orElseThrow(Marks::nothingBefore));
      default -> named(to.artifactId(), personId, word);
    };
  }

  /** The call's connector and tool, in the newest data that has them. */
  Uni<Optional<RowKeyStore.Of>> source(
      UUID artifactId, UUID personId, String connector, String tool) {
    return snapshots
        .visible(artifactId, personId, null, DEPTH)
        .map(all ->
            all.stream()
                .flatMap(snapshot -> snapshot.calls().stream())
                .filter(call -> call.connector().equals(connector) && call.tool().equals(tool))
                .findFirst()
                .map(call -> new RowKeyStore.Of(call.connectorId(), call.tool())));
  }

  private Uni<Snapshot> seen(UUID artifactId, UUID personId) {
    return looks
        .before(artifactId, personId)
        .flatMap(before ->
            before
                .map(id -> snapshots.seen(artifactId, id, personId))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
        .map(found -> found.orElseThrow(Marks::nothingSeen));
  }

  private Uni<Snapshot> named(UUID artifactId, UUID personId, String word) {
    Supplier<ProblemException> unknown = () -> Problems.notFound("snapshot");
    return Uni.createFrom()
        .item(() -> uuid(word).orElseThrow(unknown))
        .flatMap(id -> snapshots.seen(artifactId, id, personId))
        .map(found -> found.orElseThrow(unknown));
  }

  private Uni<Optional<Snapshot>> withData(UUID artifactId, UUID personId, @Nullable UUID before) {
    return snapshots.visible(artifactId, personId, before, DEPTH).map(Marks::firstWithData);
  }

  private static Optional<Snapshot> firstWithData(List<Snapshot> newestFirst) {
    return newestFirst.stream()
        .filter(snapshot -> snapshot.calls().stream().anyMatch(SnapshotCall::good))
        .findFirst();
  }

  private static Optional<UUID> uuid(String word) {
    try {
      return Optional.of(UUID.fromString(word));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static ProblemException nothingYet() {
    return Problems.conflict(
        "nothing-kept", "No data has been kept yet. Schedule this artifact, or refresh it now.");
  }

  private static ProblemException nothingBefore() {
    return Problems.conflict(
        "nothing-before", "This is the first data that was kept: there is nothing before it.");
  }

  private static ProblemException nothingSeen() {
    return Problems.conflict(
        "nothing-seen", "You have not looked at earlier data of this artifact yet.");
  }
}
