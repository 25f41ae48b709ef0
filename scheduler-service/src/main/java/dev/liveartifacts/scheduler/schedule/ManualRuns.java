package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.run.Run;
import dev.liveartifacts.scheduler.run.Runs;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Runs that their schedule's owner asks for. Committed when the answer is there. */
@ApplicationScoped
class ManualRuns {
  private final ScheduleAccess access;
  private final Runs runs;

  ManualRuns(ScheduleAccess access, Runs runs) {
    this.access = access;
    this.runs = runs;
  }

  @WithTransaction
  Uni<Run> request(UUID scheduleId) {
    return access.changeable(scheduleId).map(ScheduleRow::order).chain(runs::request);
  }
}
