package dev.liveartifacts.scheduler.schedule;

import java.util.UUID;

/**
 * Says when to look at a schedule. Each change of a timetable begins a new generation with a timer
 * of its own, so that a change and a firing at the same moment cannot undo each other.
 */
public record Timer(UUID scheduleId, int generation) {
  /** What db-scheduler calls timers. */
  public static final String TASK = "fire";

  /** The timer of that name, as {@link #toString()} gives it. */
  public static Timer named(String name) {
    int slash = name.indexOf('/');
    return new Timer(
        UUID.fromString(name.substring(0, slash)), Integer.parseInt(name.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return scheduleId + "/" + generation;
  }
}
