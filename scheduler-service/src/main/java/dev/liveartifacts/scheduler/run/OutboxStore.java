package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The runs that Kafka does not have yet. Blocking: for the threads of the loops alone. */
@ApplicationScoped
class OutboxStore {
  private static final String LEASE =
      """
      update run set leased_until = ?
      from schedule
      where schedule.id = run.schedule_id and run.id in
        (select id from run
         where state = 'REQUESTED'
           and (leased_until is null or leased_until <= ? or leased_until > ?)
         order by requested_at limit ?
         for update skip locked)
      returning run.id, schedule_id, run.artifact_id, run.delegation_id, run.owner_id, due_at,
        requested_at, time_zone, retry_of, traceparent
      """;

  private static final String PUBLISHED =
      """
      update run set state = 'RUNNING', published_at = ?, leased_until = null
      where id = any(?) and state = 'REQUESTED'
      """;

  private static final String RELEASE = "update run set leased_until = null where id = any(?)";

  private final DataSource dataSource;

  OutboxStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Takes the oldest runs for this replica until {@code now + lease}. A lease that ends later than
   * any could was given before the clock was set back, and does not count.
   */
  List<OutboxEntry> lease(int limit, Duration lease, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LEASE)) {
      statement.setObject(1, utc(now.plus(lease)));
      statement.setObject(2, utc(now));
      statement.setObject(3, utc(now.plus(lease.multipliedBy(2))));
      statement.setInt(4, limit);
      try (ResultSet rows = statement.executeQuery()) {
        List<OutboxEntry> entries = new ArrayList<>();
        while (rows.next()) {
          entries.add(entry(rows));
        }
        return entries;
      }
    }
  }

  void published(Collection<UUID> runs, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
      statement.setObject(1, utc(now));
      statement.setArray(2, connection.createArrayOf("uuid", runs.toArray()));
      statement.executeUpdate();
    }
  }

  void release(Collection<UUID> runs) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setArray(1, connection.createArrayOf("uuid", runs.toArray()));
      statement.executeUpdate();
    }
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException {
    RefreshRequested event =
        new RefreshRequested(
            row.getObject("id", UUID.class),
            row.getObject("schedule_id", UUID.class),
            row.getObject("artifact_id", UUID.class),
            row.getObject("delegation_id", UUID.class),
            row.getString("owner_id"),
            row.getObject("due_at", OffsetDateTime.class).toInstant(),
            row.getObject("requested_at", OffsetDateTime.class).toInstant(),
            row.getString("time_zone"),
            row.getObject("retry_of", UUID.class));
    return new OutboxEntry(event, row.getString("traceparent"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
