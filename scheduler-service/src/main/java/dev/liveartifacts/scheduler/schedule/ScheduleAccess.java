package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.access.Caller;
import dev.liveartifacts.scheduler.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see and change which schedule: its owner both, an administrator the former. */
@ApplicationScoped
class ScheduleAccess {
  private final ScheduleStore store;
  private final Caller caller;

  ScheduleAccess(ScheduleStore store, Caller caller) {
    this.store = store;
    this.caller = caller;
  }

  /** What the caller may see; of one artifact, unless that is null. */
  Uni<List<ScheduleRow>> list(@Nullable UUID artifactId) {
    if (!caller.isAdmin()) {
      return store
          .ofOwner(caller.id())
          .map(own -> own.stream().filter(row -> row.isOf(artifactId)).toList());
    }
    return artifactId == null ? store.ofAnyone() : store.ofArtifact(artifactId);
  }

  Uni<ScheduleRow> readable(UUID id) {
    return store.look(id).map(this::readable);
  }

  /** Locked until the commit. */
  Uni<ScheduleRow> changeable(UUID id) {
    return store.lock(id).map(this::readable).invoke(this::refuseUnlessOwned);
  }

  private ScheduleRow readable(Optional<ScheduleRow> found) {
    return found
        .filter(row -> isOwned(row) || caller.isAdmin())
        .orElseThrow(() ->
            new Refusal(
                404,
                "no-such-schedule",
                "No such schedule",
                "It was deleted, or it is not yours."));
  }

  private void refuseUnlessOwned(ScheduleRow row) {
    if (!isOwned(row)) {
      throw new Refusal(
          403, "not-yours", "Not your schedule", "Only its owner can change this schedule.");
    }
  }

  private boolean isOwned(ScheduleRow row) {
    return row.ownerId.equals(caller.id());
  }
}
