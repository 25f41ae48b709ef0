package dev.liveartifacts.infra.postgresql;

import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.PartFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import org.postgresql.ds.PGSimpleDataSource;

/** One database of a running PostgreSQL, and what it takes to connect to it. */
public record Database(String name, int port, String user, String password) {

  public String jdbcUrl() {
    return "jdbc:postgresql://" + Loopback.ADDRESS + ":" + port + "/" + name;
  }

  public String reactiveUrl() {
    return "postgresql://" + Loopback.ADDRESS + ":" + port + "/" + name;
  }

  /** Empties every table but Flyway's, and starts the sequences again. */
  public void truncate() {
    String tables =
        "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
            + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            + " AND tablename <> 'flyway_schema_history'";
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      StringJoiner names = new StringJoiner(", ");
      try (ResultSet rows = statement.executeQuery(tables)) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      if (names.length() > 0) {
        // tables that defend themselves against it are emptied, too
        statement.execute("SET session_replication_role = replica");
        statement.execute("TRUNCATE TABLE " + names + " RESTART IDENTITY CASCADE");
      }
    } catch (SQLException e) {
      throw new PartFailure("Could not empty database " + name + ": " + e.getMessage(), e);
    }
  }

  public Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {Loopback.ADDRESS});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(2);
    return source.getConnection();
  }

  /** Creates this database on its server, unless it exists. */
  public void create() {
    try (Connection connection = new Database("postgres", port, user, password).connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
      if (!found.next()) {
        connection.createStatement().execute("CREATE DATABASE \"" + name + "\"");
      }
    } catch (SQLException e) {
      throw new PartFailure("Could not create database " + name + ": " + e.getMessage(), e);
    }
  }

  public Database {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("A database name is lower case: " + name);
    }
  }

  @Override
  public String toString() {
    return jdbcUrl();
  }
}
