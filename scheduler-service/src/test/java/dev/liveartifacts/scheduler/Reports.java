package dev.liveartifacts.scheduler;

import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What connector-service says about a run, which is given as the API shows it. */
public final class Reports {
  public static final String COMPLAINT = "Acme CRM needs you to sign in again.";

  private Reports() {}

  public static CallReport good(int position, String tool) {
    return call(position, tool, null);
  }

  public static CallReport bad(int position, String tool) {
    return call(position, tool, CallError.of(ErrorCode.NEEDS_REAUTH, COMPLAINT));
  }

  private static CallReport call(int position, String tool, @Nullable CallError error) {
    return new CallReport(
        position,
        "00ff",
        UUID.randomUUID(),
        "Acme CRM",
        tool,
        120,
        error == null ? Instant.EPOCH : null,
        error == null ? "00ff" : null,
        null,
        false,
        error);
  }

  public static RefreshFinished finished(JsonPath run, Instant at, CallReport... calls) {
    return ended(run, RunOutcome.FINISHED, at, null, calls);
  }

  public static RefreshFinished partly(JsonPath run, Instant at, CallReport... calls) {
    return ended(run, RunOutcome.PARTLY, at, null, calls);
  }

  public static RefreshFinished failed(JsonPath run, Instant at) {
    return ended(run, RunOutcome.FAILED, at, null, bad(0, "list_deals"));
  }

  public static RefreshFinished failedUnknown(JsonPath run, Instant at) {
    return ended(run, RunOutcome.FAILED, at, null);
  }

  public static RefreshFinished gone(JsonPath run, Instant at, String reason) {
    return ended(run, RunOutcome.GONE, at, reason);
  }

  public static RefreshProgress progress(JsonPath run, int done, int total, CallReport call) {
    return new RefreshProgress(
        id(run, "id"),
        id(run, "scheduleId"),
        id(run, "artifactId"),
        done,
        total,
        call,
        Instant.EPOCH);
  }

  private static RefreshFinished ended(
      JsonPath run, RunOutcome outcome, Instant at, @Nullable String reason, CallReport... calls) {
    return new RefreshFinished(
        id(run, "id"),
        id(run, "scheduleId"),
        id(run, "artifactId"),
        outcome,
        List.of(calls),
        at,
        null,
        reason);
  }

  private static UUID id(JsonPath run, String name) {
    return UUID.fromString(run.getString(name));
  }
}
