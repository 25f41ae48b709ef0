package dev.liveartifacts.artifact.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RunResult;
import java.util.List;
import java.util.Map;

/** Puts together what a run says of a call and what the call's result says of itself. */
final class IntakeCall {
  private static final JsonMapper JSON = new JsonMapper();

  private IntakeCall() {}

  static SnapshotCall of(CallReport call, List<RunResult> results) {
    return results.stream()
        .filter(result -> result.position() == call.position())
        .filter(result -> call.error() == null)
        .findFirst()
        .map(result -> good(call, result))
        .orElseGet(() -> failed(call));
  }

  private static SnapshotCall good(CallReport call, RunResult result) {
    return new SnapshotCall(
        call.position(),
        result.connectorId(),
        result.connector(),
        result.tool(),
        json(result.arguments()),
        result.relative(),
        result.shared(),
        false,
        call.durationMillis(),
        result.storedAt(),
        result.shapeHash(),
        result.contentHash(),
        (int) result.bytes(),
        null,
        null);
  }

  private static SnapshotCall failed(CallReport call) {
    return new SnapshotCall(
        call.position(),
        call.connectorId(),
        call.connector(),
        call.tool(),
        null,
        List.of(),
        call.shared(),
        false,
        call.durationMillis(),
        null,
        null,
        null,
        0,
        null,
        call.error());
  }

  private static String json(Map<String, Object> arguments) {
    try {
      return JSON.writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
