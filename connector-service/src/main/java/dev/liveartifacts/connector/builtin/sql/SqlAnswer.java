package dev.liveartifacts.connector.builtin.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The answer to one statement while it is read, a few rows at a time and no more than fit. Lives on
 * the event loop of its connection.
 */
final class SqlAnswer {
  private static final int AT_A_TIME = 50;
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private final Statement statement;
  private final StringBuilder json = new StringBuilder(1024);
  private int rows;
  private long bytes;
  private boolean truncated;

  private SqlAnswer(Statement statement) {
    this.statement = statement;
  }

  /** The structured content. */
  static Future<byte[]> to(Statement statement, SqlConnection connection) {
    SqlAnswer answer = new SqlAnswer(statement);
    return connection
        .preparedQuery(statement.describing())
        .execute(answer.values())
        .map(answer::describe)
        .compose(described -> connection.prepare(statement.reading()))
        .compose(prepared -> answer.read(prepared.cursor(answer.values())))
        .map(read -> answer.whole());
  }

  private Tuple values() {
    return Tuple.wrap(new java.util.ArrayList<Object>(statement.values()));
  }

  private Void describe(RowSet<Row> none) {
    Set<String> names = new HashSet<>();
    json.append("{\"columns\":[");
    List<ColumnDescriptor> columns = none.columnDescriptors();
    for (ColumnDescriptor column : columns) {
      if (!names.add(column.name())) {
        throw new BadSql(
            "Two columns are called \"" + column.name() + "\": give each its own name.");
      }
      json.append(names.size() > 1 ? "," : "")
          .append(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("name", column.name())
                  .put("type", column.typeName().toLowerCase(Locale.ROOT)));
    }
    json.append("],\"rows\":[");
    return null;
  }

  private Future<Void> read(Cursor cursor) {
    return cursor
        .read(AT_A_TIME)
        .compose(page -> {
          page.forEach(this::take);
          return truncated || !cursor.hasMore() ? cursor.close() : read(cursor);
        });
  }

  private void take(Row row) {
    String text = row.getString(0);
    if (text == null) {
      throw new BadSql("A row is larger than 256 KiB. Select fewer or shorter columns.");
    }
    bytes += text.getBytes(StandardCharsets.UTF_8).length;
    truncated |= rows == statement.limit() || bytes > MOST_BYTES;
    if (!truncated) {
      json.append(rows == 0 ? "" : ",").append(text);
      rows++;
    }
  }

  private byte[] whole() {
    return json.append("],\"returned\":")
        .append(rows)
        .append(",\"truncated\":")
        .append(truncated)
        .append('}')
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
