package dev.liveartifacts.infra.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.infra.process.Loopback;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlIT {
  @TempDir Path directory;
  private PostgreSql server;

  @BeforeEach
  void start() {
    server =
        new PostgreSql(
            directory.resolve("data"), Loopback.freePort(), directory.resolve("log"), false);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void data_survives_a_crash_and_a_restart_on_the_same_port() throws SQLException {
    Database database = server.database("kept");
    execute(database, "CREATE TABLE note (text text)", "INSERT INTO note VALUES ('here')");

    server.process().kill();
    server.start();

    assertThat(count(server.database("kept"))).isEqualTo(1);
  }

  @Test
  void truncate_empties_every_table_but_flyways() throws SQLException {
    Database database = server.database("emptied");
    execute(
        database,
        "CREATE TABLE note (text text)",
        "INSERT INTO note VALUES ('gone')",
        "CREATE TABLE flyway_schema_history (version int)",
        "INSERT INTO flyway_schema_history VALUES (1)");

    database.truncate();

    assertThat(count(database)).isZero();
    assertThat(count(database, "flyway_schema_history")).isEqualTo(1);
  }

  @Test
  void nobody_gets_in_without_the_password() {
    Database guessed = new Database("postgres", server.port(), PostgreSql.USER, "live");

    assertThatThrownBy(guessed::connect).hasMessageContaining("password authentication failed");
  }

  private static void execute(Database database, String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int count(Database database) throws SQLException {
    return count(database, "note");
  }

  private static int count(Database database, String table) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
