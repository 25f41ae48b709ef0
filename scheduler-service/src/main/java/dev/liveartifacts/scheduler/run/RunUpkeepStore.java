package dev.liveartifacts.scheduler.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Closes and forgets runs. Blocking: for the threads of the tasks alone. */
@ApplicationScoped
class RunUpkeepStore {
  private static final String CLOSE =
      """
      update run set state = 'FAILED', finished_at = ?, reason = ?
      where state = 'RUNNING' and published_at <= ?
      """;

  private static final String FORGET =
      """
      delete from run where id in
        (select id from run
         where requested_at <= ? and state not in ('REQUESTED', 'RUNNING') limit 10000)
      """;

  private final DataSource dataSource;

  RunUpkeepStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Closes as failed what Kafka took at or before {@code publishedBy}. */
  int close(Instant publishedBy, Instant now, String reason) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CLOSE)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setString(2, reason);
      statement.setObject(3, publishedBy.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate();
    }
  }

  /** Forgets ended runs that were asked for at or before {@code requestedBy}. */
  int forget(Instant requestedBy) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setObject(1, requestedBy.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate();
    }
  }
}
