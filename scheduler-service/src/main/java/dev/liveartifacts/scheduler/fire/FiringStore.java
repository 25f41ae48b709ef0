package dev.liveartifacts.scheduler.fire;

import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.schedule.Jitter;
import dev.liveartifacts.scheduler.schedule.Misfire;
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
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Turns due times into runs. Blocking: for db-scheduler's threads alone. */
@ApplicationScoped
class FiringStore {
  private static final String UNIQUE_VIOLATION = "23505";

  private static final String FIND =
      """
      select id, cron, time_zone, next_at, jitter_seconds, misfire from schedule
      where id = ? and generation = ? and not paused
      """;

  /**
   * One statement: the schedule moves on and the run is recorded, or neither. It fails if somebody
   * asks for a run in the same moment.
   */
  private static final String FIRE =
      """
      with moved as (
        update schedule set next_at = ?
        where id = ? and generation = ? and next_at = ? and not paused
        returning id, artifact_id, delegation_id, owner_id
      ), obstacle as (
        select coalesce(?, case when exists
          (select from run where schedule_id = ? and state in ('REQUESTED', 'RUNNING'))
          then 'The run before it was still going.' end) as reason
      )
      insert into run
        (id, schedule_id, artifact_id, delegation_id, owner_id, trigger, due_at, requested_at,
         state, finished_at, reason, traceparent)
      select
        gen_random_uuid(), id, artifact_id, delegation_id, owner_id, 'SCHEDULE', ?, ?,
        case when reason is null then 'REQUESTED' else 'SKIPPED' end,
        case when reason is not null then ?::timestamptz end,
        reason,
        ?
      from moved, obstacle
      on conflict (schedule_id, due_at) where trigger = 'SCHEDULE' do nothing
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

  /** Records a run and moves the schedule on; does nothing if that has happened already. */
  void fire(Timer timer, Firing.Due due, Instant now, @Nullable String traceparent)
      throws SQLException {
    record(timer, due.due(), due.next(), now, null, traceparent);
  }

  /** Records that a due time was left out, and moves the schedule on. */
  void leaveOut(Timer timer, Firing.LeftOut missed, Instant now) throws SQLException {
    String reason = "Nothing could run it when it was due, and this schedule skips such times.";
    record(timer, missed.due(), missed.next(), now, reason, null);
  }

  private void record(
      Timer timer,
      Instant due,
      Instant next,
      Instant now,
      @Nullable String obstacle,
      @Nullable String traceparent)
      throws SQLException {
    try {
      tryToRecord(timer, due, next, now, obstacle, traceparent);
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      // the run that was asked for meanwhile can be seen now
      tryToRecord(timer, due, next, now, obstacle, traceparent);
    }
  }

  private void tryToRecord(
      Timer timer,
      Instant due,
      Instant next,
      Instant now,
      @Nullable String obstacle,
      @Nullable String traceparent)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIRE)) {
      statement.setObject(1, utc(next));
      statement.setObject(2, timer.scheduleId());
      statement.setInt(3, timer.generation());
      statement.setObject(4, utc(due));
      statement.setString(5, obstacle);
      statement.setObject(6, timer.scheduleId());
      statement.setObject(7, utc(due));
      statement.setObject(8, utc(now));
      statement.setObject(9, utc(now));
      statement.setString(10, traceparent);
      statement.executeUpdate();
    }
  }

  private static DueSchedule schedule(ResultSet row) throws SQLException {
    return new DueSchedule(
        Timetable.read(row.getString("cron"), row.getString("time_zone")),
        row.getObject("next_at", OffsetDateTime.class).toInstant(),
        new Jitter(row.getObject("id", UUID.class), row.getInt("jitter_seconds")),
        Misfire.valueOf(row.getString("misfire")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
