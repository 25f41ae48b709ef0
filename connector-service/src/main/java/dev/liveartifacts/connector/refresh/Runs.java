package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.connector.call.Answer;
import dev.liveartifacts.connector.call.Call;
import dev.liveartifacts.connector.call.Calls;
import dev.liveartifacts.connector.delegation.DelegatedCall;
import dev.liveartifacts.connector.delegation.Delegation;
import dev.liveartifacts.connector.delegation.DelegationStore;
import dev.liveartifacts.connector.json.Sha256;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.call.Freshness;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Runs refreshes: makes the calls of a delegation, past the cache, and keeps how they went. */
@ApplicationScoped
public class Runs {
  private static final Logger LOG = Logger.getLogger(Runs.class);

  private final DelegationStore delegations;
  private final Calls calls;
  private final RunStore store;
  private final RefreshConfig config;
  private final Clock clock;

  public Runs(
      DelegationStore delegations, Calls calls, RunStore store, RefreshConfig config, Clock clock) {
    this.delegations = delegations;
    this.calls = calls;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** How the run ended; a run that ended before is not run again. */
  Uni<RefreshFinished> run(RefreshRequested requested) {
    return store
        .find(requested.runId())
        .chain(ended ->
            ended.map(finish -> Uni.createFrom().item(finish)).orElseGet(() -> runNow(requested)));
  }

  private Uni<RefreshFinished> runNow(RefreshRequested requested) {
    return delegations
        .find(requested.delegationId())
        .map(found -> found.filter(it -> it.covers(requested.artifactId(), requested.ownerId())))
        .chain(found -> found.map(it -> made(requested, it)).orElseGet(() -> gone(requested)))
        .chain(store::keep);
  }

  private Uni<RefreshFinished> made(RefreshRequested requested, Delegation delegation) {
    List<DelegatedCall> delegated = delegation.calls();
    return Multi.createFrom()
        .range(0, delegated.size())
        .onItem()
        .transformToUni(position -> report(position, delegated.get(position), delegation.ownerId()))
        .merge(config.callsAtATime())
        .collect()
        .asList()
        .map(reports -> finish(requested, RunOutcomes.of(reports), reports));
  }

  private Uni<CallReport> report(int position, DelegatedCall delegated, String ownerId) {
    Instant begun = clock.instant();
    Call call =
        new Call(delegated.connectorId(), delegated.tool(), delegated.arguments(), Freshness.LIVE);
    return calls
        .answerUnattended(call, ownerId)
        .map(answer -> report(position, answer, begun))
        .onFailure()
        .recoverWithItem(failure -> notMade(position, delegated, begun, failure));
  }

  private CallReport report(int position, Answer answer, Instant begun) {
    boolean failed = answer.error() != null;
    return new CallReport(
        position,
        Objects.requireNonNullElse(answer.callKey(), ""),
        answer.connectorId(),
        answer.connector(),
        answer.tool(),
        millisSince(begun),
        failed ? null : answer.storedAt(),
        failed ? null : Sha256.hex(answer.result()),
        failed ? null : answer.shapeHash(),
        answer.shared(),
        answer.error());
  }

  private CallReport notMade(int position, DelegatedCall call, Instant begun, Throwable failure) {
    LOG.errorf(failure, "A delegated call could not be made");
    CallError error = CallError.of(ErrorCode.SERVER_UNAVAILABLE, "The call could not be made.");
    return new CallReport(
        position,
        "",
        call.connectorId(),
        "",
        call.tool(),
        millisSince(begun),
        null,
        null,
        null,
        false,
        error);
  }

  private Uni<RefreshFinished> gone(RefreshRequested requested) {
    return Uni.createFrom().item(finish(requested, RunOutcome.GONE, List.of()));
  }

  private RefreshFinished finish(
      RefreshRequested requested, RunOutcome outcome, List<CallReport> reports) {
    return new RefreshFinished(
        requested.runId(),
        requested.scheduleId(),
        requested.artifactId(),
        outcome,
        reports,
        clock.instant(),
        requested.retryOf(),
        null);
  }

  private long millisSince(Instant begun) {
    return Duration.between(begun, clock.instant()).toMillis();
  }
}
