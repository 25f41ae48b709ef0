package dev.liveartifacts.artifact.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A snapshot as a person sees it: what was asked and how it went, without the data. */
record SnapshotView(
    UUID id, UUID runId, Instant takenAt, int version, String outcome, List<Call> calls) {
  static SnapshotView of(Snapshot snapshot) {
    return new SnapshotView(
        snapshot.id(),
        snapshot.runId(),
        snapshot.takenAt(),
        snapshot.version(),
        snapshot.outcome(),
        snapshot.calls().stream().map(SnapshotView::call).toList());
  }

  private static Call call(SnapshotCall call) {
    return new Call(
        call.position(),
        call.connectorId(),
        call.connector(),
        call.tool(),
        call.arguments(),
        call.relative(),
        call.bytes(),
        call.rows(),
        call.storedAt(),
        call.durationMillis(),
        call.error());
  }

  /**
   * One of its calls.
   *
   * @param rows null if the result is no list
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Call(
      int position,
      UUID connectorId,
      String connector,
      String tool,
      @JsonRawValue @Nullable String arguments,
      List<RelativeArgument> relative,
      int bytes,
      @Nullable Integer rows,
      @Nullable Instant storedAt,
      long durationMillis,
      @Nullable CallError error) {}
}
