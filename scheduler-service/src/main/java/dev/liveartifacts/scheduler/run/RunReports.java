package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Writes down how runs go and end, and what follows for their schedules. */
@ApplicationScoped
class RunReports {
  private static final String GONE =
      "The artifact, or the permission to refresh it, is not there any more.";

  private final RunStore store;
  private final ScheduleSwitch schedules;
  private final Clock clock;

  RunReports(RunStore store, ScheduleSwitch schedules, Clock clock) {
    this.store = store;
    this.schedules = schedules;
    this.clock = clock;
  }

  @WithTransaction
  Uni<Void> take(RefreshFinished report) {
    return schedules
        .hold(report.scheduleId())
        .chain(() -> store.lock(report.runId()))
        .map(found -> found.filter(run -> run.finish(report)))
        .chain(run -> run.map(this::consequences).orElseGet(Uni.createFrom()::voidItem));
  }

  @WithTransaction
  Uni<Void> take(RefreshProgress progress) {
    return store
        .lock(progress.runId())
        .invoke(found -> found.ifPresent(run -> run.progress(progress)))
        .replaceWithVoid();
  }

  /** Closes a run that is still going as failed. */
  @WithTransaction
  Uni<Void> giveUp(UUID scheduleId, UUID runId, String reason) {
    return schedules
        .hold(scheduleId)
        .chain(() -> store.lock(runId))
        .map(found -> found.filter(run -> run.giveUp(reason, clock.instant())))
        .chain(run -> run.map(this::consequences).orElseGet(Uni.createFrom()::voidItem));
  }

  private Uni<Void> consequences(RunRow run) {
    return switch (run.state) {
      case REQUESTED, RUNNING, SKIPPED -> Uni.createFrom().voidItem();
      case GONE ->
          schedules.gone(
              run.scheduleId,
              run.delegationId,
              Objects.requireNonNullElse(run.reason, GONE),
              clock.instant());
      case FINISHED, PARTLY, FAILED ->
          store
              .flush()
              .chain(() -> schedules.ended(run.scheduleId, run.complaint(), clock.instant()));
    };
  }
}
