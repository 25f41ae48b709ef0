package dev.liveartifacts.artifact.snapshot;

import dev.liveartifacts.artifact.schedule.ToolId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads snapshots. Whoever calls has asked the doorkeeper before, and shows a person no more than
 * {@link Snapshot#seenBy}.
 */
@Singleton
public class SnapshotStore {
  /** That the owner, whose connection answered, shows the answers to this very call. */
  private static final String SHOWN =
      """
      exists (
        select 1 from shown_call h
          join shown_source o on o.artifact_id = h.artifact_id and o.connector_id = h.connector_id
          join artifact a on a.id = o.artifact_id
          join artifact_tool t on t.artifact_id = h.artifact_id
            and t.connector_id = h.connector_id and t.tool = h.tool
        where h.artifact_id = s.artifact_id and h.question = c.question
          and o.owner_id = s.owner_id and a.owner_id = s.owner_id
          and (o.expires_at is null or o.expires_at > now())
          and t.granted_at is not null and t.changed_at is null)
      """;

  private static final String SELECT =
      """
      select s.id, s.artifact_id, s.run_id, s.owner_id, s.version, s.outcome, s.taken_at,
        (select coalesce(json_agg(json_build_object(
             'position', c.position, 'connectorId', c.connector_id, 'connector', c.connector,
             'tool', c.tool, 'arguments', c.arguments, 'relative', c.relative,
             'shared', c.shared, 'shown', %s, 'durationMillis', c.duration_millis, 'storedAt', c.stored_at,
             'shapeHash', c.shape_hash, 'content', encode(c.sha256, 'hex'), 'bytes', coalesce(t.size, 0),
             'rows', t.row_count, 'errorCode', c.error_code, 'errorMessage', c.error_message)
             order by c.position), '[]')
           from snapshot_call c left join snapshot_content t on t.sha256 = c.sha256
          where c.snapshot_id = s.id) as calls
      from snapshot s
      """
          .formatted(SHOWN);
  private static final String NEWEST_FIRST = " order by s.taken_at desc, s.id desc";
  private static final String FIND = SELECT + "where s.artifact_id = $1 and s.id = $2";
  private static final String NEWEST = SELECT + "where s.artifact_id = $1" + NEWEST_FIRST;
  private static final String VISIBLE =
      """
      and (s.owner_id = $2 or exists (
        select 1 from snapshot_call c where c.snapshot_id = s.id and (c.shared or %s)))
      """
          .formatted(SHOWN);
  private static final String LIST =
      SELECT
          + "where s.artifact_id = $1 "
          + VISIBLE
          + """
          and ($3::uuid is null or (s.taken_at, s.id) < (
            select b.taken_at, b.id from snapshot b where b.artifact_id = $1 and b.id = $3))
          """
          + NEWEST_FIRST
          + " limit $4";
  private static final String WITH_ANSWER =
      SELECT
          + """
          where s.artifact_id = $1 and exists (
            select 1 from snapshot_call c
            where c.snapshot_id = s.id and c.sha256 is not null and c.connector_id = $2
              and c.tool = $3 and (c.shared or s.owner_id = $4 or %s))
          """
              .formatted(SHOWN)
          + NEWEST_FIRST
          + " limit $5";

  private final Pool pool;
  private final BlockedToolsClient blocked;

  SnapshotStore(Pool pool, BlockedToolsClient blocked) {
    this.pool = pool;
    this.blocked = blocked;
  }

  public Uni<Optional<Snapshot>> find(UUID artifactId, UUID snapshotId) {
    return select(FIND, Tuple.of(artifactId, snapshotId)).map(all -> all.stream().findFirst());
  }

  /** As far as this person may see it; empty if it holds nothing for them. */
  public Uni<Optional<Snapshot>> seen(UUID artifactId, UUID snapshotId, UUID personId) {
    return find(artifactId, snapshotId)
        .map(found ->
            found.map(snapshot -> snapshot.seenBy(personId)).filter(own -> own.isFor(personId)));
  }

  /** Newest first, with all their calls. */
  public Uni<List<Snapshot>> newest(UUID artifactId, int limit) {
    return select(NEWEST + " limit $2", Tuple.of(artifactId, limit));
  }

  /**
   * Newest first, those that hold something that this person may see.
   *
   * @param before older than this one; null for the newest
   */
  public Uni<List<Snapshot>> visible(
      UUID artifactId, UUID personId, @Nullable UUID before, int limit) {
    return select(LIST, Tuple.of(artifactId, personId, before, limit))
        .map(all ->
            all.stream()
                .map(one -> one.seenBy(personId))
                .filter(own -> own.isFor(personId))
                .toList());
  }

  /** Newest first, those in which this tool answered something that this person may see. */
  Uni<List<Snapshot>> withAnswer(
      UUID artifactId, UUID personId, UUID connectorId, String tool, int limit) {
    return select(WITH_ANSWER, Tuple.of(artifactId, connectorId, tool, personId, limit))
        .map(all -> all.stream().map(one -> one.seenBy(personId)).toList());
  }

  private Uni<List<Snapshot>> select(String sql, Tuple values) {
    return pool.preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(SnapshotRow::read).toList())
        .flatMap(this::withoutBlocked);
  }

  /** What a tool answered before it was blocked is for nobody any more. */
  private Uni<List<Snapshot>> withoutBlocked(List<Snapshot> all) {
    List<ToolId> tools =
        all.stream().flatMap(one -> one.calls().stream()).map(SnapshotCall::toolId).toList();
    return blocked.of(tools).map(none -> all.stream().map(one -> one.without(none)).toList());
  }
}
