package dev.liveartifacts.artifact.publication.open;

import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.publication.PublicationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Frozen copies as their visitors find them: by a link that works, or not at all. */
@Singleton
class LinkStore {
  private static final Logger LOG = Logger.getLogger(LinkStore.class);
  private static final String SELECT =
      """
      select id, artifact_id, title, password, key, origins, page_sha256 from publication
      where (expires_at is null or expires_at > $2) and \
      """;
  private static final String BY_TOKEN = SELECT + "token_sha256 = $1";
  private static final String BY_ID = SELECT + "id = $1";
  private static final String PAGE = "select page from publication where id = $1";
  private static final String CONTENT = "select content from publication where id = $1";
  private static final String VIEWED =
      "update publication set views = views + 1, viewed_at = $2 where id = $1";

  private final Pool pool;
  private final PublicationConfig config;
  private final Clock clock;

  LinkStore(Pool pool, PublicationConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /** Empty alike for a link that never was, one that ended, and one that was taken back. */
  Uni<Optional<Link>> find(String token) {
    return find(BY_TOKEN, Tuple.of(new Secret(token).sha256(), OffsetDateTime.now(clock)));
  }

  Uni<Optional<Link>> find(UUID id) {
    return find(BY_ID, Tuple.of(id, OffsetDateTime.now(clock)));
  }

  /** Compressed. */
  Uni<Buffer> page(UUID id) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(id))
        .map(rows -> rows.iterator().next().getBuffer("page").getDelegate());
  }

  /** Compressed; empty if it was taken back a moment ago. */
  Uni<Optional<Buffer>> content(UUID id) {
    return pool.preparedQuery(CONTENT)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(row -> row.getBuffer("content").getDelegate()));
  }

  /** Counts one more look at it, beside everything else. */
  void viewed(UUID id) {
    pool.preparedQuery(VIEWED)
        .execute(Tuple.of(id, OffsetDateTime.now(clock)))
        .subscribe()
        .with(done -> {}, failure -> LOG.warnf("A view was not counted: %s", failure.getMessage()));
  }

  private Uni<Optional<Link>> find(String sql, Tuple values) {
    return config.allowed()
        ? pool.preparedQuery(sql)
            .execute(values)
            .map(rows -> rows.stream().findFirst().map(LinkStore::link))
        : Uni.createFrom().item(Optional.empty());
  }

  private static Link link(Row row) {
    return new Link(
        row.getUUID("id"),
        row.getUUID("artifact_id"),
        row.getString("title"),
        row.getString("password"),
        row.getBuffer("key").getDelegate(),
        List.of(row.getArrayOfStrings("origins")),
        row.getBuffer("page_sha256").getDelegate());
  }
}
