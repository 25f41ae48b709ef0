package dev.liveartifacts.scheduler.fire;

import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.schedule.Jitter;
import dev.liveartifacts.scheduler.schedule.Misfire;
import dev.liveartifacts.scheduler.schedule.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Turns due times into runs, many at a time. Blocking: for db-scheduler's threads alone. */
@ApplicationScoped
class FiringStore {
  private static final String FIND =
      """
      select id, schedule.generation, cron, time_zone, next_at, jitter_seconds, misfire
      from unnest(?, ?) rung (schedule_id, generation)
      join schedule on schedule.id = rung.schedule_id and schedule.generation = rung.generation
      where not paused
      """;

  /**
   * One statement: schedules move on and their runs are recorded, or neither. It fails if somebody
   * asks for one of these runs in the same moment; the next attempt sees that one.
   */
  private static final String RECORD =
      """
      with due as (
        select schedule_id, generation, due_at::timestamptz, next_at::timestamptz, obstacle, traceparent
        from unnest(?, ?, ?, ?, ?, ?)
          fired (schedule_id, generation, due_at, next_at, obstacle, traceparent)
      ), moved as (
        update schedule set next_at = due.next_at
        from due
        where id = due.schedule_id and schedule.generation = due.generation
          and schedule.next_at = due.due_at and not paused
        returning id, artifact_id, delegation_id, owner_id, due_at, obstacle, traceparent
      ), judged as (
        select moved.*,
          coalesce(obstacle, case when exists
            (select from run where schedule_id = moved.id and state in ('REQUESTED', 'RUNNING'))
            then 'The run before it was still going.' end) as reason
        from moved
      )
      insert into run
        (id, schedule_id, artifact_id, delegation_id, owner_id, trigger, due_at, requested_at,
         state, finished_at, reason, traceparent)
      select
        gen_random_uuid(), id, artifact_id, delegation_id, owner_id, 'SCHEDULE', due_at, ?,
        case when reason is null then 'REQUESTED' else 'SKIPPED' end,
        case when reason is not null then ?::timestamptz end,
        reason,
        traceparent
      from judged
      on conflict (schedule_id, due_at) where trigger = 'SCHEDULE' do nothing
      """;

  private final DataSource dataSource;

  FiringStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Without those whose generation is over. */
  Map<Timer, DueSchedule> find(List<Timer> timers) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, array(connection, "uuid", timers, Timer::scheduleId));
      statement.setArray(2, array(connection, "integer", timers, Timer::generation));
      try (ResultSet rows = statement.executeQuery()) {
        Map<Timer, DueSchedule> schedules = new HashMap<>();
        while (rows.next()) {
          UUID id = rows.getObject("id", UUID.class);
          schedules.put(new Timer(id, rows.getInt("generation")), schedule(id, rows));
        }
        return schedules;
      }
    }
  }

  /**
   * Records a run for each, or why there is none, and moves the schedules on. Does nothing about
   * those for which that has happened already.
   */
  void record(List<Fired> fired, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(RECORD)) {
      statement.setArray(1, array(connection, "uuid", fired, it -> it.timer().scheduleId()));
      statement.setArray(2, array(connection, "integer", fired, it -> it.timer().generation()));
      statement.setArray(3, array(connection, "text", fired, it -> it.due().toString()));
      statement.setArray(4, array(connection, "text", fired, it -> it.next().toString()));
      statement.setArray(5, array(connection, "text", fired, Fired::obstacle));
      statement.setArray(6, array(connection, "text", fired, Fired::traceparent));
      statement.setObject(7, now.atOffset(ZoneOffset.UTC));
      statement.setObject(8, now.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static <T> Array array(
      Connection connection, String type, List<T> rows, Function<T, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }

  private static DueSchedule schedule(UUID id, ResultSet row) throws SQLException {
    return new DueSchedule(
        Timetable.read(row.getString("cron"), row.getString("time_zone")),
        row.getObject("next_at", OffsetDateTime.class).toInstant(),
        new Jitter(id, row.getInt("jitter_seconds")),
        Misfire.valueOf(row.getString("misfire")));
  }
}
