package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an alert would have done with the data of the past. */
final class Trial {
  private final Condition condition;
  private final List<Result> results = new ArrayList<>();
  private Course course = Course.START;

  Trial(Condition condition) {
    this.condition = condition;
  }

  /**
   * One snapshot.
   *
   * @param value the number, where it is one
   * @param holds true if the condition held
   * @param fires true if it would have been told, as the first run of an episode
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      UUID snapshotId,
      Instant takenAt,
      @Nullable BigDecimal value,
      boolean holds,
      boolean fires,
      String words) {}

  /** Takes snapshots oldest first. */
  void add(Snapshot snapshot, String connector, Reading reading) {
    Course.Step step = course.after(condition, reading);
    results.add(
        new Result(
            snapshot.id(),
            snapshot.takenAt(),
            reading instanceof Reading.Amount(BigDecimal value) ? value : null,
            step.turn() == Course.Turn.BEGINS || step.turn() == Course.Turn.GOES_ON,
            step.turn() == Course.Turn.BEGINS,
            AlertWords.found(condition, connector, course.last(), reading)));
    course = step.course();
  }

  /** Newest first. */
  List<Result> results() {
    return results.reversed();
  }
}
