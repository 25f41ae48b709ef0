package dev.liveartifacts.artifact.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Reads the audit log as administrators do, and as its table is. */
abstract class AuditCase extends RunningService {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  List<Map<String, Object>> entries(String query) {
    return as("ada")
        .get("/api/admin/audit?" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  List<Map<String, Object>> written(String query, int atLeast) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> entries(query), found -> found.size() >= atLeast);
  }

  String sql(String statement) throws SQLException {
    try (Connection connection = infra.database("artifact").connect();
        Statement prepared = connection.createStatement()) {
      return prepared.execute(statement) ? text(prepared.getResultSet()) : "";
    }
  }

  static String text(ResultSet rows) throws SQLException {
    StringBuilder text = new StringBuilder();
    while (rows.next()) {
      text.append(rows.getString(1)).append('\n');
    }
    return text.toString();
  }
}
