package dev.liveartifacts.artifact.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads the versions of an artifact. */
@Singleton
public class VersionStore {
  private static final String LIST =
      """
      select v.number, v.summary, v.created_at, v.notes, v.tools, t.size, p.id as author_id, p.name
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

  /** The page's text as it was saved; empty if there is no such version. */
  public Uni<Optional<String>> text(UUID artifactId, int number) {
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
    List<Row> newestFirst = rows.stream().toList();
    return IntStream.range(0, newestFirst.size())
        .mapToObj(at ->
            version(
                newestFirst.get(at),
                at + 1 < newestFirst.size() ? tools(newestFirst.get(at + 1)) : Set.of()))
        .toList();
  }

  private static Set<String> tools(Row row) {
    String[] tools = row.getArrayOfStrings("tools");
    return tools == null ? Set.of() : new LinkedHashSet<>(List.of(tools));
  }

  private static Version version(Row row, Set<String> before) {
    Set<String> tools = tools(row);
    return new Version(
        row.getInteger("number"),
        row.getString("summary"),
        new Named(row.getUUID("author_id"), row.getString("name")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getInteger("size"),
        List.of(row.getArrayOfStrings("notes")),
        tools.stream().filter(tool -> !before.contains(tool)).toList(),
        before.stream().filter(tool -> !tools.contains(tool)).toList());
  }

  /**
   * One version in a list.
   *
   * @param at when it was made; the same as {@code createdAt}
   * @param size of the page in bytes
   * @param added the tools that it asks for and the version before did not
   * @param removed the tools that only the version before asked for
   */
  record Version(
      int number,
      String summary,
      Named author,
      Instant at,
      Instant createdAt,
      int size,
      List<String> notes,
      List<String> added,
      List<String> removed) {}
}
