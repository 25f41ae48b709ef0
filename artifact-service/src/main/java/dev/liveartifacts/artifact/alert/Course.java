package dev.liveartifacts.artifact.alert;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert stands after the runs so far. While its condition holds run after run, that is one
 * episode, and it is told about once.
 *
 * @param last what the last run that said something said: a number, or a structure's hash
 * @param firing true while an episode lasts
 */
record Course(@Nullable String last, boolean firing) {
  static final Course START = new Course(null, false);

  /** What a run means. */
  enum Turn {
    /** Nothing to tell. */
    CALM,
    /** An episode begins. */
    BEGINS,
    /** The episode that was told about goes on. */
    GOES_ON,
    /** The episode is over. */
    ENDS,
    /** This run says nothing, so everything stays as it is. */
    UNKNOWN
  }

  /** A run's meaning, and where the alert stands after it. */
  record Step(Turn turn, Course course) {}

  Step after(Condition condition, Reading reading) {
    return switch (reading) {
      case Reading.Amount(BigDecimal value) -> step(holds(condition, value), value.toPlainString());
      case Reading.Structure(String hash) -> step(last != null && !last.equals(hash), hash);
      case Reading.Reached reached -> step(false, last);
      case Reading.Lost lost -> step(true, last);
      case Reading.Silent silent -> new Step(Turn.UNKNOWN, this);
      case Reading.Unreadable unreadable -> new Step(Turn.UNKNOWN, this);
    };
  }

  /**
   * Where an alert starts that is made when this is the newest data: it knows what was, and what
   * holds already is told about with the next run.
   */
  static Course startingAt(Condition condition, Reading newest) {
    return new Course(START.after(condition, newest).course().last(), false);
  }

  private boolean holds(Condition condition, BigDecimal value) {
    Comparison comparison = condition.comparison();
    return comparison != null
        && comparison.holds(value, last == null ? null : new BigDecimal(last));
  }

  private Step step(boolean holds, @Nullable String now) {
    Turn turn = holds ? (firing ? Turn.GOES_ON : Turn.BEGINS) : (firing ? Turn.ENDS : Turn.CALM);
    return new Step(turn, new Course(now, holds));
  }
}
