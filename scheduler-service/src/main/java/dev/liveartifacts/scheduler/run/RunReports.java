package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes down how runs ended, and what follows for their schedules. */
@ApplicationScoped
class RunReports {
  private static final String GONE =
      "The artifact, or the permission to refresh it, is not there any more.";

  private final RunStore store;
  private final ScheduleSwitch schedules;

  RunReports(RunStore store, ScheduleSwitch schedules) {
    this.store = store;
    this.schedules = schedules;
  }

  @WithTransaction
  Uni<Void> take(RefreshFinished report) {
    return store
        .lock(report.runId())
        .chain(run -> run.map(found -> take(found, report)).orElseGet(Uni.createFrom()::voidItem));
  }

  private Uni<Void> take(RunRow run, RefreshFinished report) {
    boolean counts = run.finish(report);
    return counts && report.outcome() == RunOutcome.GONE
        ? schedules.off(run.scheduleId, run.delegationId, GONE)
        : Uni.createFrom().voidItem();
  }
}
