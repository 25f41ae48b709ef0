package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.problem.Refusal;
import dev.liveartifacts.scheduler.run.PastRun;
import dev.liveartifacts.scheduler.run.Run;
import dev.liveartifacts.scheduler.run.RunTrigger;
import dev.liveartifacts.scheduler.run.Runs;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Runs that their schedule's owner asks for. Committed when the answer is there. */
@ApplicationScoped
class WantedRuns {
  private final ScheduleAccess access;
  private final Runs runs;

  WantedRuns(ScheduleAccess access, Runs runs) {
    this.access = access;
    this.runs = runs;
  }

  /** All calls. */
  @WithTransaction
  Uni<Run> request(UUID scheduleId, RunTrigger trigger) {
    return access
        .changeable(scheduleId)
        .map(schedule -> schedule.order(trigger, null))
        .chain(runs::request);
  }

  /** The calls that failed in an earlier run; all, if none of them is known. */
  @WithTransaction
  Uni<Run> retry(UUID runId) {
    return runs.find(runId)
        .map(found -> found.orElseThrow(RunAccess::noSuchRun))
        .chain(past ->
            access
                .changeable(past.run().scheduleId())
                .invoke(schedule -> refuseUnlessOfUse(past, schedule))
                .map(schedule ->
                    schedule.order(RunTrigger.RETRY, past.callsFailed() ? runId : null)))
        .chain(runs::requestAlone);
  }

  private static void refuseUnlessOfUse(PastRun past, ScheduleRow schedule) {
    if (past.run().state().isGoing()) {
      throw new Refusal(
          409, "run-is-going", "Still going", "This run has not ended yet. Wait until it has.");
    }
    if (!past.hasFailed()) {
      throw new Refusal(
          409,
          "nothing-failed",
          "Nothing failed",
          "No call of this run failed, so there is nothing to do again. Run the schedule instead, if you want newer data.");
    }
    if (!past.delegationId().equals(schedule.delegationId)) {
      throw new Refusal(
          409,
          "other-permission",
          "The calls have changed",
          "Since this run, you gave the schedule another permission with other calls. Run the schedule instead.");
    }
  }
}
