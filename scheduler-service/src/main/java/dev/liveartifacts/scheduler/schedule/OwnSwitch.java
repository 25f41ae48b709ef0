package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.pause.Pauses;
import dev.liveartifacts.scheduler.run.Runs;
import dev.liveartifacts.scheduler.run.ScheduleSwitch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Switches schedules off whose runs have nothing to do any more, or fail all the time. */
@ApplicationScoped
class OwnSwitch implements ScheduleSwitch {
  private static final String HANDED_OVER =
      "Its owner changed, and your permission to refresh it has ended.";

  private final ScheduleStore store;
  private final TimerStore timers;
  private final Runs runs;
  private final Pauses pauses;
  private final SchedulesConfig config;

  OwnSwitch(
      ScheduleStore store, TimerStore timers, Runs runs, Pauses pauses, SchedulesConfig config) {
    this.store = store;
    this.timers = timers;
    this.runs = runs;
    this.pauses = pauses;
    this.config = config;
  }

  @Override
  public Uni<Void> hold(UUID scheduleId) {
    return store.lock(scheduleId).replaceWithVoid();
  }

  @Override
  public Uni<Void> gone(UUID scheduleId, UUID delegationId, String reason, Instant now) {
    return store
        .lock(scheduleId)
        .map(found -> found.filter(row -> !row.paused && row.delegationId.equals(delegationId)))
        .chain(found ->
            found
                .map(row -> off(row, PausedBy.GONE, reason, now))
                .orElseGet(Uni.createFrom()::voidItem));
  }

  @Override
  public Uni<Void> ended(UUID scheduleId, @Nullable String complaint, Instant now) {
    return store
        .lock(scheduleId)
        .map(found -> found.filter(row -> !row.paused))
        .chain(found ->
            found.map(row -> count(row, complaint, now)).orElseGet(Uni.createFrom()::voidItem));
  }

  /**
   * Pauses what somebody scheduled for an artifact that is not theirs any more.
   *
   * @param before what was made later stays; null: nothing stays
   */
  Uni<Void> handedOver(UUID artifactId, String ownerId, @Nullable Instant before, Instant now) {
    return store
        .lockOf(artifactId, ownerId)
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .filter(row -> !row.paused && (before == null || !row.createdAt.isAfter(before)))
        .onItem()
        .transformToUniAndConcatenate(row -> off(row, PausedBy.GONE, HANDED_OVER, now))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> count(ScheduleRow row, @Nullable String complaint, Instant now) {
    int most = config.pauseAfterFailures();
    int counted = most > 0 ? most : Integer.MAX_VALUE;
    return runs.failuresInARow(row.id, row.failuresFrom, Math.min(counted, 1000))
        .invoke(failures -> row.failuresInARow = failures)
        .chain(failures ->
            failures >= counted
                ? off(row, PausedBy.FAILURES, row.tooManyFailures(complaint), now)
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> off(ScheduleRow row, PausedBy cause, String reason, Instant now) {
    Timer timer = row.timer();
    row.pauseBecause(cause, reason);
    return timers.unset(timer).chain(() -> pauses.tell(row.paused(now)));
  }
}
