package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.liveartifacts.contracts.refresh.RunOutcome;

/** Where a run is on its way. */
public enum RunState {
  /** Recorded; Kafka does not have it yet. */
  @JsonProperty("requested")
  REQUESTED,
  /** Kafka has it; its end has not been told yet. */
  @JsonProperty("running")
  RUNNING,
  /** Every call answered. */
  @JsonProperty("finished")
  FINISHED,
  /** Some calls answered. */
  @JsonProperty("partly")
  PARTLY,
  /** No call answered, or the end was never told. */
  @JsonProperty("failed")
  FAILED,
  /** The delegation is not there any more. */
  @JsonProperty("gone")
  GONE,
  /** Not made, because the run before it was still going. */
  @JsonProperty("skipped")
  SKIPPED;

  /** True until its end is known. */
  public boolean isGoing() {
    return this == REQUESTED || this == RUNNING;
  }

  static RunState of(RunOutcome outcome) {
    return switch (outcome) {
      case FINISHED -> FINISHED;
      case PARTLY -> PARTLY;
      case FAILED -> FAILED;
      case GONE -> GONE;
    };
  }
}
