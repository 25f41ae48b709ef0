package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where one call of a run is. */
public enum CallState {
  @JsonProperty("waiting")
  WAITING,
  @JsonProperty("done")
  DONE,
  @JsonProperty("failed")
  FAILED
}
