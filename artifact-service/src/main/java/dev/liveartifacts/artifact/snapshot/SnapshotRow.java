package dev.liveartifacts.artifact.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A snapshot as PostgreSQL gives it. */
final class SnapshotRow {
  private static final TypeReference<List<RelativeArgument>> RELATIVE = new TypeReference<>() {};

  private SnapshotRow() {}

  static Snapshot read(Row row) {
    return new Snapshot(
        row.getUUID("id"),
        row.getUUID("artifact_id"),
        row.getUUID("run_id"),
        row.getUUID("owner_id"),
        row.getInteger("version"),
        row.getString("outcome"),
        row.getOffsetDateTime("taken_at").toInstant(),
        ((JsonArray) row.getJson("calls"))
            .stream().map(JsonObject.class::cast).map(SnapshotRow::call).toList());
  }

  private static SnapshotCall call(JsonObject json) {
    return new SnapshotCall(
        json.getInteger("position"),
        UUID.fromString(json.getString("connectorId")),
        json.getString("connector"),
        json.getString("tool"),
        json.getString("arguments"),
        relative(json.getString("relative")),
        json.getBoolean("shared"),
        json.getBoolean("shown"),
        json.getLong("durationMillis"),
        instant(json.getString("storedAt")),
        json.getString("shapeHash"),
        json.getString("content"),
        json.getInteger("bytes"),
        json.getInteger("rows"),
        error(json.getString("errorCode"), json.getString("errorMessage")));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }

  private static List<RelativeArgument> relative(String json) {
    try {
      return Arguments.JSON.readValue(json, RELATIVE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable CallError error(@Nullable String code, @Nullable String message) {
    return code == null || message == null
        ? null
        : CallError.of(Arguments.JSON.convertValue(code, ErrorCode.class), message);
  }
}
