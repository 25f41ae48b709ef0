package dev.liveartifacts.scheduler.fire;

import dev.liveartifacts.scheduler.schedule.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Turns due times into runs. Blocking: for db-scheduler's threads alone. */
@ApplicationScoped
class FiringStore {
  private static final String FIND =
      """
      select cron, time_zone, next_at from schedule
      where id = ? and generation = ? and not paused
      """;

  /** One statement: the schedule moves on and the run is recorded, or neither. */
  private static final String FIRE =
      """
      with moved as (
        update schedule set next_at = ?
        where id = ? and generation = ? and next_at = ? and not paused
        returning id, artifact_id, delegation_id, owner_id
      ), going as (
        select exists
          (select from run where schedule_id = ? and state in ('REQUESTED', 'RUNNING')) as yes
      )
      insert into run
        (id, schedule_id, artifact_id, delegation_id, owner_id, trigger, due_at, requested_at,
         state, finished_at, reason, traceparent)
      select
        gen_random_uuid(), id, artifact_id, delegation_id, owner_id, 'SCHEDULE', ?, ?,
        case when yes then 'SKIPPED' else 'REQUESTED' end,
        case when yes then ?::timestamptz end,
        case when yes then 'The run before it was still going.' end,
        ?
      from moved, going
      on conflict do nothing
      """;

  private final DataSource dataSource;

  FiringStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Empty if the timer's generation is over. */
  Optional<DueSchedule> find(Timer timer) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, timer.scheduleId());
      statement.setInt(2, timer.generation());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(schedule(row)) : Optional.empty();
      }
    }
  }

  /**
   * Records a run for {@code due} and moves the schedule on to {@code next}; does nothing if that
   * has happened already.
   */
  void fire(Timer timer, Instant due, Instant next, Instant now, @Nullable String traceparent)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIRE)) {
      statement.setObject(1, utc(next));
      statement.setObject(2, timer.scheduleId());
      statement.setInt(3, timer.generation());
      statement.setObject(4, utc(due));
      statement.setObject(5, timer.scheduleId());
      statement.setObject(6, utc(due));
      statement.setObject(7, utc(now));
      statement.setObject(8, utc(now));
      statement.setString(9, traceparent);
      statement.executeUpdate();
    }
  }

  private static DueSchedule schedule(ResultSet row) throws SQLException {
    return new DueSchedule(
        row.getString("cron"),
        row.getString("time_zone"),
        row.getObject("next_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
