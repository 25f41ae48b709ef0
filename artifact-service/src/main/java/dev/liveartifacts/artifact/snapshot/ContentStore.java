package dev.liveartifacts.artifact.snapshot;

import dev.liveartifacts.artifact.packing.Gzip;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The results that snapshots have, each kept once. */
@Singleton
public class ContentStore {
  /** How long a result may wait for its snapshot before it counts as nobody's. */
  private static final Duration ON_ITS_WAY = Duration.ofHours(1);

  private static final String KNOWN =
      """
      update snapshot_content set touched_at = $2
      where sha256 in (select decode(hash, 'hex') from unnest($1::text[]) as hash)
      returning encode(sha256, 'hex') as sha256
      """;
  private static final String KEEP =
      """
      insert into snapshot_content (sha256, gzip, size, row_count, touched_at)
      values ($1, $2, $3, $4, $5)
      on conflict (sha256) do update set touched_at = excluded.touched_at
      """;
  private static final String READ = "select gzip from snapshot_content where sha256 = $1";
  private static final String FORGET =
      """
      delete from snapshot_content where sha256 in (
        select c.sha256 from snapshot_content c
        where c.touched_at < $1
          and not exists (select 1 from snapshot_call s where s.sha256 = c.sha256)
        limit $2)
      """;

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;

  ContentStore(Pool pool, Vertx vertx, Clock clock) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** Those of the contents that are here already; they stay for a while. */
  public Uni<Set<String>> known(List<String> hashes) {
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.of(hashes.toArray(String[]::new), OffsetDateTime.now(clock)))
        .map(rows -> rows.stream().map(row -> row.getString("sha256")).collect(Collectors.toSet()));
  }

  public Uni<Void> keep(Content content) {
    return pool.preparedQuery(KEEP)
        .execute(
            Tuple.of(
                hash(content.sha256()),
                content.gzip(),
                content.size(),
                content.rows(),
                OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }

  /** The very bytes that the connector answered. */
  public Uni<byte[]> read(String sha256) {
    return compressed(sha256)
        .flatMap(gzip ->
            Uni.createFrom()
                .completionStage(() ->
                    vertx.executeBlocking(() -> Gzip.unpack(gzip), false).toCompletionStage()));
  }

  /** As it is kept; see {@link Content#read}. */
  public Uni<Buffer> compressed(String sha256) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(hash(sha256)))
        .map(rows -> gzip(rows.iterator().next()));
  }

  /** Drops what no snapshot has any more, and says how many that were. */
  Uni<Integer> forget(int most) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(OffsetDateTime.now(clock).minus(ON_ITS_WAY), most))
        .map(rows -> rows.rowCount());
  }

  private static Buffer gzip(Row row) {
    return row.getBuffer("gzip").getDelegate();
  }

  private static Buffer hash(String sha256) {
    return Buffer.buffer(HexFormat.of().parseHex(sha256));
  }
}
