package dev.liveartifacts.scheduler.pause;

import dev.liveartifacts.contracts.refresh.SchedulePaused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Pauses that Kafka does not have yet. Blocking: for the threads of the tasks alone. */
@ApplicationScoped
class UntoldPauseStore {
  private static final String OLDEST =
      """
      select id, schedule_id, artifact_id, owner_id, reason, at from schedule_paused
      order by at limit 100
      """;

  private static final String TOLD = "delete from schedule_paused where id = ?";

  /** An event, and the row that goes when it has been told. */
  record Untold(UUID id, SchedulePaused event) {}

  private final DataSource dataSource;

  UntoldPauseStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<Untold> oldest() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OLDEST);
        ResultSet rows = statement.executeQuery()) {
      List<Untold> untold = new ArrayList<>();
      while (rows.next()) {
        untold.add(new Untold(rows.getObject("id", UUID.class), event(rows)));
      }
      return untold;
    }
  }

  void told(UUID id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(TOLD)) {
      statement.setObject(1, id);
      statement.executeUpdate();
    }
  }

  private static SchedulePaused event(ResultSet row) throws SQLException {
    return new SchedulePaused(
        row.getObject("schedule_id", UUID.class),
        row.getObject("artifact_id", UUID.class),
        row.getString("owner_id"),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
