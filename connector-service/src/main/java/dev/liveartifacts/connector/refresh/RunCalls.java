package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.connector.call.Answer;
import dev.liveartifacts.connector.call.Call;
import dev.liveartifacts.connector.call.Calls;
import dev.liveartifacts.connector.json.Sha256;
import dev.liveartifacts.connector.work.CallerContext;
import dev.liveartifacts.connector.work.Deflation;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.call.Freshness;
import dev.liveartifacts.contracts.refresh.CallReport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Makes one call of a run, past the cache. Never fails: a failure is part of the report. */
@ApplicationScoped
public class RunCalls {
  private static final Logger LOG = Logger.getLogger(RunCalls.class);

  private final Calls calls;
  private final Vertx vertx;
  private final Clock clock;

  public RunCalls(Calls calls, Vertx vertx, Clock clock) {
    this.calls = calls;
    this.vertx = vertx;
    this.clock = clock;
  }

  Uni<MadeCall> make(PlannedCall planned, String ownerId) {
    Instant begun = clock.instant();
    Call call =
        new Call(
            planned.delegated().connectorId(),
            planned.delegated().tool(),
            planned.arguments(),
            Freshness.LIVE);
    return calls
        .answerUnattended(call, ownerId)
        .chain(answer -> made(planned, answer, millisSince(begun)))
        .onFailure()
        .recoverWithItem(failure -> notMade(planned, millisSince(begun), failure));
  }

  private Uni<MadeCall> made(PlannedCall planned, Answer answer, long millis) {
    return answer.error() != null
        ? Uni.createFrom().item(failed(planned, answer, millis))
        : CallerContext.keep(
            Uni.createFrom()
                .completionStage(() ->
                    vertx
                        .executeBlocking(() -> good(planned, answer, millis), false)
                        .toCompletionStage()));
  }

  private static MadeCall good(PlannedCall planned, Answer answer, long millis) {
    byte[] result = answer.result();
    String contentHash = Sha256.hex(result);
    return new MadeCall(
        planned,
        report(planned, answer, millis, contentHash),
        Deflation.deflated(result),
        result.length);
  }

  private static MadeCall failed(PlannedCall planned, Answer answer, long millis) {
    CallReport report =
        new CallReport(
            planned.position(),
            Objects.requireNonNullElse(answer.callKey(), ""),
            answer.connectorId(),
            answer.connector(),
            answer.tool(),
            millis,
            null,
            null,
            null,
            answer.shared(),
            answer.error());
    return new MadeCall(planned, report, null, 0);
  }

  private static CallReport report(
      PlannedCall planned, Answer answer, long millis, String contentHash) {
    return new CallReport(
        planned.position(),
        Objects.requireNonNullElse(answer.callKey(), ""),
        answer.connectorId(),
        answer.connector(),
        answer.tool(),
        millis,
        answer.storedAt(),
        contentHash,
        answer.shapeHash(),
        answer.shared(),
        null);
  }

  private static MadeCall notMade(PlannedCall planned, long millis, Throwable failure) {
    LOG.errorf(failure, "A delegated call could not be made");
    CallReport report =
        new CallReport(
            planned.position(),
            "",
            planned.delegated().connectorId(),
            "",
            planned.delegated().tool(),
            millis,
            null,
            null,
            null,
            false,
            CallError.of(ErrorCode.SERVER_UNAVAILABLE, "The call could not be made."));
    return new MadeCall(planned, report, null, 0);
  }

  private long millisSince(Instant begun) {
    return Duration.between(begun, clock.instant()).toMillis();
  }
}
