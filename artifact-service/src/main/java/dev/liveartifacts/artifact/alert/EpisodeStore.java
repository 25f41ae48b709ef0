package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The times at which alerts fired. */
@Singleton
class EpisodeStore {
  private static final String OF =
      """
      select id, alert_id, snapshot_id, began_at, words, ended_at, over_words from alert_episode
      where alert_id = $1 order by began_at desc, id limit 50
      """;
  private static final String LATEST =
      """
      select distinct on (alert_id)
        id, alert_id, snapshot_id, began_at, words, ended_at, over_words from alert_episode
      where alert_id = any($1) order by alert_id, began_at desc, id
      """;

  private final Pool pool;

  EpisodeStore(Pool pool) {
    this.pool = pool;
  }

  /** Newest first. */
  Uni<List<Episode>> of(UUID alertId) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(alertId))
        .map(rows -> rows.stream().map(EpisodeStore::episode).toList());
  }

  /** The newest of each. */
  Uni<List<Episode>> latest(List<UUID> alertIds) {
    return pool.preparedQuery(LATEST)
        .execute(Tuple.tuple().addArrayOfUUID(alertIds.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(EpisodeStore::episode).toList());
  }

  private static Episode episode(Row row) {
    OffsetDateTime ended = row.getOffsetDateTime("ended_at");
    return new Episode(
        row.getUUID("alert_id"),
        row.getUUID("id"),
        row.getUUID("snapshot_id"),
        row.getOffsetDateTime("began_at").toInstant(),
        row.getString("words"),
        ended == null ? null : ended.toInstant(),
        row.getString("over_words"));
  }

  /** From when to when a condition held, by the data's own time. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Episode(
      @JsonIgnore UUID alertId,
      UUID id,
      UUID snapshotId,
      Instant beganAt,
      String words,
      @Nullable Instant endedAt,
      @Nullable String overWords) {}
}
