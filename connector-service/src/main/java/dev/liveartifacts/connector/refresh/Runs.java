package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.connector.delegation.DelegationStore;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs refreshes: makes the calls of a delegation, past the cache. Each call is kept as soon as it
 * has ended, so a run that is interrupted goes on where it was; nobody sees its results before all
 * of them are there.
 */
@ApplicationScoped
public class Runs {
  private final DelegationStore delegations;
  private final RunCalls calls;
  private final RunStore store;
  private final RunCallStore made;
  private final ProgressPublisher progress;
  private final Leaving leaving;
  private final RefreshConfig config;
  private final Clock clock;

  public Runs(
      DelegationStore delegations,
      RunCalls calls,
      RunStore store,
      RunCallStore made,
      ProgressPublisher progress,
      Leaving leaving,
      RefreshConfig config,
      Clock clock) {
    this.delegations = delegations;
    this.calls = calls;
    this.store = store;
    this.made = made;
    this.progress = progress;
    this.leaving = leaving;
    this.config = config;
    this.clock = clock;
  }

  /** How the run ended; a run that ended before is not run again. */
  Uni<RefreshFinished> run(RefreshRequested requested) {
    return leaving
        .unlessBegun()
        .chain(() -> store.find(requested.runId()))
        .chain(ended ->
            ended
                .map(run -> Uni.createFrom().item(run.finished()))
                .orElseGet(() -> runNow(requested)));
  }

  private Uni<RefreshFinished> runNow(RefreshRequested requested) {
    return Uni.combine()
        .all()
        .unis(delegations.find(requested.delegationId()), earlier(requested.retryOf()))
        .with((delegation, earlier) -> RunPlan.of(requested, delegation, earlier, clock.instant()))
        .chain(plan ->
            switch (plan) {
              case RunPlan.Gone(String reason) ->
                  made.forget(requested.runId())
                      .chain(() -> store.keep(gone(requested, reason), null));
              case RunPlan.Make make -> make(requested, make);
            });
  }

  private Uni<Optional<EndedRun>> earlier(@Nullable UUID runId) {
    return runId == null ? Uni.createFrom().item(Optional.empty()) : store.find(runId);
  }

  private Uni<RefreshFinished> make(RefreshRequested requested, RunPlan.Make plan) {
    return delegations
        .used(plan.delegationId())
        .chain(() -> made.since(plan.delegatedAt(), requested.runId()))
        .chain(before -> makeRest(requested, plan, before))
        .chain(() -> made.reports(requested.runId()))
        .chain(reports -> store.keep(finished(requested, plan, reports), plan));
  }

  private Uni<Void> makeRest(
      RefreshRequested requested, RunPlan.Make plan, List<CallReport> before) {
    Set<Integer> done = before.stream().map(CallReport::position).collect(Collectors.toSet());
    Progress count = new Progress(requested, done.size(), plan.calls().size());
    return Multi.createFrom()
        .iterable(plan.calls())
        .filter(call -> !done.contains(call.position()))
        .onItem()
        .transformToUni(call -> makeOne(requested, plan, call, count))
        .merge(config.callsAtATime())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> makeOne(
      RefreshRequested requested, RunPlan.Make plan, PlannedCall call, Progress count) {
    return calls
        .make(call, plan.ownerId())
        .chain(leaving::unlessInterrupted)
        .chain(ended -> made.keep(requested.runId(), ended))
        .invoke(report -> progress.tell(count.after(report, clock.instant())))
        .replaceWithVoid();
  }

  private RefreshFinished finished(
      RefreshRequested requested, RunPlan.Make plan, List<CallReport> reports) {
    return new RefreshFinished(
        requested.runId(),
        requested.scheduleId(),
        requested.artifactId(),
        RunOutcomes.of(reports),
        reports,
        clock.instant(),
        plan.retryOf(),
        null);
  }

  private RefreshFinished gone(RefreshRequested requested, String reason) {
    return new RefreshFinished(
        requested.runId(),
        requested.scheduleId(),
        requested.artifactId(),
        RunOutcome.GONE,
        List.of(),
        clock.instant(),
        null,
        reason);
  }
}
