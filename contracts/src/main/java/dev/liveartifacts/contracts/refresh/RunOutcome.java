package dev.liveartifacts.contracts.refresh;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run ended. */
public enum RunOutcome {
  /** Every call answered. */
  @JsonProperty("finished")
  FINISHED,
  /** Some calls answered, some failed. */
  @JsonProperty("partly")
  PARTLY,
  /** No call answered. */
  @JsonProperty("failed")
  FAILED,
  /** The delegation is not there any more: the schedule disables itself. */
  @JsonProperty("gone")
  GONE
}
