package dev.liveartifacts.artifact.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.artifact.schedule.Question;
import dev.liveartifacts.contracts.call.CallError;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps snapshots: whole or not at all, once per run, and in any order of a run and its retries the
 * same.
 */
@Singleton
public class SnapshotWriteStore {
  /** A retry of a retry of a retry: nobody tries more often. */
  private static final int LONGEST_LINE = 20;

  /** A run and its retry may be stored at the same moment, by two replicas. */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))";

  private static final String SNAPSHOT =
      """
      insert into snapshot
        (id, artifact_id, run_id, retry_of, version, owner_id, outcome, taken_at, stored_at)
      select $1, a.id, $3, $4, a.version, a.owner_id, 'failed', $5, $6
      from artifact a where a.id = $2
      on conflict (run_id) do nothing
      """;
  private static final String CALL =
      """
      insert into snapshot_call (snapshot_id, position, connector_id, connector, tool, arguments,
        relative, shared, duration_millis, stored_at, shape_hash, sha256, error_code, error_message,
        question)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      """;

  /** What a retry did not call again, it has from the run that it repeats. */
  private static final String INHERIT =
      """
      insert into snapshot_call (snapshot_id, position, connector_id, connector, tool, arguments,
        relative, shared, duration_millis, stored_at, shape_hash, sha256, error_code, error_message,
        question)
      select retry.id, c.position, c.connector_id, c.connector, c.tool, c.arguments,
        c.relative, c.shared, c.duration_millis, c.stored_at, c.shape_hash, c.sha256,
        c.error_code, c.error_message, c.question
      from snapshot first
        join snapshot retry on retry.retry_of = first.run_id
          and retry.artifact_id = first.artifact_id
        join snapshot_call c on c.snapshot_id = first.id
      where first.run_id = $1
      on conflict (snapshot_id, position) do nothing
      returning snapshot_id
      """;

  private static final String OUTCOME =
      """
      update snapshot s set outcome = case
          when counted.failed = 0 then 'finished' when counted.good = 0 then 'failed'
          else 'partly' end
      from (select snapshot_id, count(sha256) as good, count(error_code) as failed
            from snapshot_call where snapshot_id = any ($1) group by snapshot_id) counted
      where s.id = counted.snapshot_id
      returning s.run_id
      """;

  private final Pool pool;
  private final Clock clock;

  SnapshotWriteStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Keeps what a run brought. Its contents are in the {@link ContentStore} already.
   *
   * @return the snapshot's id; empty if the artifact is gone or the run was kept before
   */
  public Uni<Optional<UUID>> keep(RunRecord run) {
    UUID id = UUID.randomUUID();
    return pool.withTransaction(connection ->
        connection
            .preparedQuery(ONE_AT_A_TIME)
            .execute(Tuple.of(run.artifactId()))
            .flatMap(alone -> connection.preparedQuery(SNAPSHOT).execute(snapshot(id, run)))
            .flatMap(kept ->
                kept.rowCount() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : calls(connection, id, run).replaceWith(Optional.of(id))));
  }

  private static Uni<Void> calls(SqlConnection connection, UUID id, RunRecord run) {
    List<Tuple> calls = run.calls().stream().map(call -> call(id, call)).toList();
    UUID first = run.retryOf();
    return connection
        .preparedQuery(CALL)
        .executeBatch(calls)
        .flatMap(kept -> outcomes(connection, List.of(id)))
        .flatMap(kept -> first == null ? nothing() : inherit(connection, first, LONGEST_LINE))
        .flatMap(merged -> inherit(connection, run.runId(), LONGEST_LINE));
  }

  /** Hands a run's calls on to its retries, and theirs to their own. */
  private static Uni<Void> inherit(SqlConnection connection, UUID runId, int line) {
    return line == 0
        ? nothing()
        : connection
            .preparedQuery(INHERIT)
            .execute(Tuple.of(runId))
            .flatMap(filled -> outcomes(connection, ids(filled, "snapshot_id")))
            .onItem()
            .transformToMulti(retries -> Multi.createFrom().iterable(retries))
            .onItem()
            .transformToUniAndConcatenate(retry -> inherit(connection, retry, line - 1))
            .toUni();
  }

  /** The runs whose outcome was counted again. */
  private static Uni<List<UUID>> outcomes(SqlConnection connection, List<UUID> snapshots) {
    return snapshots.isEmpty()
        ? Uni.createFrom().item(List.of())
        : connection
            .preparedQuery(OUTCOME)
            .execute(Tuple.tuple().addArrayOfUUID(snapshots.toArray(UUID[]::new)))
            .map(counted -> ids(counted, "run_id"));
  }

  private static List<UUID> ids(RowSet<Row> rows, String column) {
    return rows.stream().map(row -> row.getUUID(column)).distinct().toList();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private Tuple snapshot(UUID id, RunRecord run) {
    return Tuple.tuple()
        .addUUID(id)
        .addUUID(run.artifactId())
        .addUUID(run.runId())
        .addUUID(run.retryOf())
        .addOffsetDateTime(run.takenAt().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(OffsetDateTime.now(clock));
  }

  private static Tuple call(UUID id, SnapshotCall call) {
    CallError error = call.error();
    return Tuple.tuple()
        .addUUID(id)
        .addInteger(call.position())
        .addUUID(call.connectorId())
        .addString(call.connector())
        .addString(call.tool())
        .addString(call.arguments())
        .addString(json(call.relative()))
        .addBoolean(call.shared())
        .addLong(call.durationMillis())
        .addOffsetDateTime(
            call.storedAt() == null ? null : call.storedAt().atOffset(ZoneOffset.UTC))
        .addString(call.shapeHash())
        .addValue(hash(call.content()))
        .addString(error == null ? null : json(error.code()).replace("\"", ""))
        .addString(error == null ? null : error.message())
        .addValue(question(call));
  }

  private static @Nullable Buffer question(SnapshotCall call) {
    return call.arguments() == null
        ? null
        : Buffer.buffer(
            Question.hash(call.connectorId(), call.tool(), call.arguments(), call.relative()));
  }

  private static @Nullable Buffer hash(@Nullable String sha256) {
    return sha256 == null ? null : Buffer.buffer(HexFormat.of().parseHex(sha256));
  }

  private static String json(Object value) {
    try {
      return Arguments.JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
