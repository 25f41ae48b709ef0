package dev.liveartifacts.scheduler.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds runs that are overdue, and forgets old ones. Blocking: for the threads of the tasks alone.
 */
@ApplicationScoped
class RunUpkeepStore {
  private static final String OVERDUE =
      """
      select id, schedule_id from run
      where state = 'RUNNING' and published_at <= ? order by published_at limit 1000
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

  /** Some of those that Kafka took at or before {@code publishedBy}. */
  List<OverdueRun> overdue(Instant publishedBy) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OVERDUE)) {
      statement.setObject(1, publishedBy.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        List<OverdueRun> overdue = new ArrayList<>();
        while (rows.next()) {
          overdue.add(
              new OverdueRun(
                  rows.getObject("id", UUID.class), rows.getObject("schedule_id", UUID.class)));
        }
        return overdue;
      }
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
