package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.run.ScheduleSwitch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Switches schedules off whose runs have nothing to do any more. */
@ApplicationScoped
class OwnSwitch implements ScheduleSwitch {
  private final ScheduleStore store;
  private final TimerStore timers;

  OwnSwitch(ScheduleStore store, TimerStore timers) {
    this.store = store;
    this.timers = timers;
  }

  @Override
  public Uni<Void> off(UUID scheduleId, UUID delegationId, String reason) {
    return store
        .lock(scheduleId)
        .map(found -> found.filter(row -> !row.paused && row.delegationId.equals(delegationId)))
        .chain(found -> found.map(row -> off(row, reason)).orElseGet(Uni.createFrom()::voidItem));
  }

  private Uni<Void> off(ScheduleRow row, String reason) {
    Timer timer = row.timer();
    row.pauseBecause(reason);
    return timers.unset(timer);
  }
}
