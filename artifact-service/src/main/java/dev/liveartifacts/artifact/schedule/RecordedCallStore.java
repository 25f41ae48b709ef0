package dev.liveartifacts.artifact.schedule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls that a version of an artifact makes, the last ones of its owner. */
@Singleton
public class RecordedCallStore {
  private static final int MOST = 64;
  private static final String RECORD =
      """
      insert into recorded_call
        (artifact_id, version, sha256, connector_id, tool, arguments, recorded_at,
         shape_hash, last_shape_hash)
      values ($1, $2, $3, $4, $5, $6, clock_timestamp(), $7, $7)
      on conflict (artifact_id, version, sha256) do update
        set arguments = excluded.arguments, recorded_at = excluded.recorded_at,
          shape_hash = coalesce(recorded_call.shape_hash, excluded.shape_hash),
          last_shape_hash = coalesce(excluded.last_shape_hash, recorded_call.last_shape_hash)
      """;
  private static final String LIMIT =
      """
      delete from recorded_call c where c.artifact_id = $1 and c.version = $2
        and c.sha256 in (
          select sha256 from recorded_call where artifact_id = $1 and version = $2
          order by recorded_at desc offset $3)
      """;

  /** What was recorded minutes ago is not written anew: see {@link #recent}. */
  private static final String OF =
      """
      select c.sha256, c.connector_id, c.tool, c.arguments, c.first_recorded_at, c.recorded_at,
        coalesce(c.recorded_at >= (
          select o.opened_at from opened o join artifact a on a.id = o.artifact_id
          where o.artifact_id = $1 and o.person_id = a.owner_id) - interval '10 minutes', true) as lately
      from recorded_call c
      where c.artifact_id = $1 and c.version = $2
        and exists (
          select 1 from artifact_tool t
          where t.artifact_id = c.artifact_id and t.connector_id = c.connector_id
            and t.tool = c.tool and t.read_only and t.granted_at is not null
            and t.changed_at is null)
      order by c.recorded_at
      """;

  private final Pool pool;
  private final Cache<Key, Boolean> recent =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  RecordedCallStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * Keeps a call; at once if it was kept within the last minutes.
   *
   * @param shapeHash the structure of its result, if it is known
   */
  public Uni<Void> record(
      UUID artifactId, int version, RecordedCall call, @Nullable String shapeHash) {
    Key key = new Key(artifactId, version, call.sha256(), shapeHash);
    return recent.asMap().putIfAbsent(key, true) != null
        ? Uni.createFrom().voidItem()
        : insert(artifactId, version, call, shapeHash)
            .onFailure()
            .invoke(() -> recent.invalidate(key));
  }

  /** Those whose tools are still granted. */
  public Uni<List<RecordedCall>> of(UUID artifactId, int version) {
    return seen(artifactId, version).map(calls -> calls.stream().map(SeenCall::call).toList());
  }

  /** The same with when they were made, the one that was made last at the end. */
  public Uni<List<SeenCall>> seen(UUID artifactId, int version) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(artifactId, version))
        .map(RecordedCallStore::calls);
  }

  private Uni<Void> insert(
      UUID artifactId, int version, RecordedCall call, @Nullable String shapeHash) {
    Tuple values =
        Tuple.tuple()
            .addUUID(artifactId)
            .addInteger(version)
            .addValue(Buffer.buffer(Base64.getDecoder().decode(call.sha256())))
            .addUUID(call.connectorId())
            .addString(call.tool())
            .addString(call.arguments())
            .addString(shapeHash);
    return pool.preparedQuery(RECORD)
        .execute(values)
        .flatMap(kept -> pool.preparedQuery(LIMIT).execute(Tuple.of(artifactId, version, MOST)))
        .replaceWithVoid();
  }

  private static List<SeenCall> calls(RowSet<Row> rows) {
    return rows.stream().map(RecordedCallStore::call).toList();
  }

  private static SeenCall call(Row row) {
    RecordedCall call =
        new RecordedCall(
            row.getUUID("connector_id"),
            row.getString("tool"),
            row.getString("arguments"),
            Base64.getEncoder().encodeToString(row.getBuffer("sha256").getBytes()));
    return new SeenCall(
        call,
        row.getOffsetDateTime("first_recorded_at").toInstant(),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getBoolean("lately"));
  }

  private record Key(UUID artifactId, int version, String sha256, @Nullable String shapeHash) {}
}
