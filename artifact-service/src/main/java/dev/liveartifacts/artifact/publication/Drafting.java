package dev.liveartifacts.artifact.publication;

import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.snapshot.ContentStore;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import dev.liveartifacts.artifact.snapshot.SnapshotStore;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Gathers what a frozen copy can show: the data of a refresh, or that of this moment. */
@Singleton
class Drafting {
  private final SnapshotStore snapshots;
  private final ContentStore contents;
  private final PresentCalls present;
  private final DraftStore store;
  private final Clock clock;

  Drafting(
      SnapshotStore snapshots,
      ContentStore contents,
      PresentCalls present,
      DraftStore store,
      Clock clock) {
    this.snapshots = snapshots;
    this.contents = contents;
    this.present = present;
    this.store = store;
    this.clock = clock;
  }

  /** As far as this person may see into the snapshot. */
  Uni<Draft> ofSnapshot(Facts facts, Person person, UUID snapshotId) {
    return snapshots
        .seen(facts.artifactId(), snapshotId, person.id())
        .map(found -> found.orElseThrow(() -> Problems.notFound("snapshot")))
        .flatMap(snapshot -> stillThere(snapshot).map(there -> draft(snapshot, facts, there)))
        .flatMap(draft -> kept(draft, person));
  }

  /** See {@link PresentCalls#of}. */
  Uni<Draft> ofNow(Facts facts, Person person, String timeZone, String token) {
    return present
        .of(facts, timeZone, token)
        .map(calls ->
            new Draft(
                UUID.randomUUID(), facts.artifactId(), facts.version(), clock.instant(), calls))
        .flatMap(draft -> kept(draft, person));
  }

  private Uni<Draft> kept(Draft draft, Person person) {
    if (draft.calls().isEmpty()) {
      throw Problems.conflict(
          "nothing-recorded",
          "Open the page once, so that it is known what it shows; then publish it.");
    }
    return store.keep(draft, person.id()).replaceWith(draft);
  }

  private Uni<Set<String>> stillThere(Snapshot snapshot) {
    return contents.known(
        snapshot.calls().stream()
            .flatMap(call -> Stream.ofNullable(call.content()))
            .distinct()
            .toList());
  }

  private static Draft draft(Snapshot snapshot, Facts facts, Set<String> there) {
    List<Draft.Call> calls =
        snapshot.calls().stream()
            .filter(call -> call.content() != null && there.contains(call.content()))
            .map(call -> call(call, facts))
            .filter(call -> !call.names().isEmpty())
            .toList();
    return new Draft(
        UUID.randomUUID(), facts.artifactId(), snapshot.version(), snapshot.takenAt(), calls);
  }

  private static Draft.Call call(SnapshotCall call, Facts facts) {
    return new Draft.Call(
        call.position(),
        Names.of(call.connectorId(), call.tool(), facts.tools()),
        call.connector(),
        call.tool(),
        Objects.requireNonNullElse(call.arguments(), "{}"),
        call.relative().stream().map(RelativeArgument::path).toList(),
        call.storedAt(),
        call.content(),
        null);
  }
}
