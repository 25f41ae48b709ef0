package dev.liveartifacts.artifact.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the versions of an artifact. */
@Singleton
public class VersionStore {
  private static final String LIST =
      """
      select v.number, v.summary, v.created_at, v.notes, t.size, p.id as author_id, p.name
      from version v
        join page_text t on t.sha256 = v.sha256
        join person p on p.id = v.author_id
      where v.artifact_id = $1
      order by v.number desc
      limit 500
      """;
  private static final String TEXT =
      """
      select t.gzip from version v join page_text t on t.sha256 = v.sha256
      where v.artifact_id = $1 and v.number = $2
      """;

  private static final String TEXT_BY_HASH = "select gzip from page_text where sha256 = $1";

  private final Pool pool;

  VersionStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Version>> list(UUID artifactId) {
    return pool.preparedQuery(LIST).execute(Tuple.of(artifactId)).map(VersionStore::versions);
  }

  Uni<Optional<String>> text(UUID artifactId, int number) {
    return pool.preparedQuery(TEXT).execute(Tuple.of(artifactId, number)).map(VersionStore::text);
  }

  /** The compressed text of a page; see {@link PageText#read}. */
  public Uni<Buffer> gzip(Buffer sha256) {
    return pool.preparedQuery(TEXT_BY_HASH)
        .execute(Tuple.of(sha256))
        .map(rows -> rows.iterator().next().getBuffer("gzip").getDelegate());
  }

  private static Optional<String> text(RowSet<Row> rows) {
    return rows.stream().findFirst().map(row -> PageText.read(row.getBuffer("gzip").getDelegate()));
  }

  private static List<Version> versions(RowSet<Row> rows) {
    return rows.stream().map(VersionStore::version).toList();
  }

  private static Version version(Row row) {
    return new Version(
        row.getInteger("number"),
        row.getString("summary"),
        new Named(row.getUUID("author_id"), row.getString("name")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getInteger("size"),
        List.of(row.getArrayOfStrings("notes")));
  }

  /**
   * One version in a list.
   *
   * @param size of the page in bytes
   */
  record Version(
      int number, String summary, Named author, Instant createdAt, int size, List<String> notes) {}
}
