package dev.liveartifacts.artifact.sight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.artifact.schedule.Delegated;
import dev.liveartifacts.artifact.schedule.Question;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps which calls' answers an owner shows to those who open an artifact. */
@Singleton
class ShownStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<RelativeArgument>> RELATIVE = new TypeReference<>() {};
  private static final String SOURCE =
      """
      insert into shown_source (artifact_id, connector_id, owner_id, delegation_id, version,
        time_zone, given_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (artifact_id, connector_id) do update
        set owner_id = excluded.owner_id, delegation_id = excluded.delegation_id,
          version = excluded.version, time_zone = excluded.time_zone,
          given_at = excluded.given_at, expires_at = excluded.expires_at
      """;
  private static final String EMPTY =
      "delete from shown_call where artifact_id = $1 and connector_id = $2";
  private static final String CALL =
      """
      insert into shown_call
        (artifact_id, connector_id, position, tool, arguments, relative, question)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String REMOVE =
      "delete from shown_source where artifact_id = $1 and connector_id = $2";
  private static final String LIST =
      """
      select o.connector_id, o.time_zone, o.version, o.given_at, o.expires_at,
        (select coalesce(json_agg(json_build_object(
             'tool', h.tool, 'arguments', h.arguments, 'relative', h.relative)
             order by h.position), '[]')
           from shown_call h
          where h.artifact_id = o.artifact_id and h.connector_id = o.connector_id) as calls
      from shown_source o
      where o.artifact_id = $1 and o.owner_id = $2 and (o.expires_at is null or o.expires_at > $3)
      """;

  private final Pool pool;
  private final Clock clock;

  ShownStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** What of one source is shown. */
  record Kept(
      UUID connectorId,
      String timeZone,
      int version,
      Instant givenAt,
      @Nullable Instant expiresAt,
      List<KeptCall> calls) {}

  record KeptCall(String tool, String arguments, List<RelativeArgument> relative) {}

  /** What is shown now. */
  Uni<List<Kept>> of(UUID artifactId, UUID ownerId) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(artifactId, ownerId, OffsetDateTime.now(clock)))
        .map(rows -> rows.stream().map(ShownStore::kept).toList());
  }

  /** Instead of what was shown of this source before. */
  Uni<Void> put(
      UUID artifactId,
      UUID connectorId,
      UUID ownerId,
      UUID delegationId,
      Delegated shown,
      String timeZone) {
    Tuple source =
        Tuple.tuple()
            .addUUID(artifactId)
            .addUUID(connectorId)
            .addUUID(ownerId)
            .addUUID(delegationId)
            .addInteger(shown.version())
            .addString(timeZone)
            .addOffsetDateTime(OffsetDateTime.now(clock))
            .addOffsetDateTime(
                shown.expiresAt() == null ? null : shown.expiresAt().atOffset(ZoneOffset.UTC));
    return pool.withTransaction(connection ->
        connection
            .preparedQuery(SOURCE)
            .execute(source)
            .chain(() -> connection.preparedQuery(EMPTY).execute(Tuple.of(artifactId, connectorId)))
            .chain(() -> calls(connection, artifactId, shown.calls())));
  }

  Uni<Void> remove(UUID artifactId, UUID connectorId) {
    return pool.preparedQuery(REMOVE).execute(Tuple.of(artifactId, connectorId)).replaceWithVoid();
  }

  private static Uni<Void> calls(
      SqlConnection connection, UUID artifactId, List<Delegated.Call> calls) {
    List<Tuple> rows =
        IntStream.range(0, calls.size())
            .mapToObj(position -> row(artifactId, position, calls.get(position)))
            .toList();
    return connection.preparedQuery(CALL).executeBatch(rows).replaceWithVoid();
  }

  private static Tuple row(UUID artifactId, int position, Delegated.Call call) {
    String arguments = call.arguments().toString();
    byte[] question = Question.hash(call.connectorId(), call.tool(), arguments, call.relative());
    return Tuple.tuple()
        .addUUID(artifactId)
        .addUUID(call.connectorId())
        .addInteger(position)
        .addString(call.tool())
        .addString(arguments)
        .addString(text(call.relative()))
        .addValue(Buffer.buffer(question));
  }

  private static Kept kept(Row row) {
    OffsetDateTime end = row.getOffsetDateTime("expires_at");
    return new Kept(
        row.getUUID("connector_id"),
        row.getString("time_zone"),
        row.getInteger("version"),
        row.getOffsetDateTime("given_at").toInstant(),
        end == null ? null : end.toInstant(),
        ((JsonArray) row.getJson("calls"))
            .stream().map(JsonObject.class::cast).map(ShownStore::call).toList());
  }

  private static KeptCall call(JsonObject json) {
    try {
      return new KeptCall(
          json.getString("tool"),
          json.getString("arguments"),
          JSON.readValue(json.getString("relative"), RELATIVE));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(List<RelativeArgument> relative) {
    try {
      return JSON.writeValueAsString(relative);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
