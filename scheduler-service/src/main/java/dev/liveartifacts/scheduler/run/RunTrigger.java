package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a run was made. */
public enum RunTrigger {
  /** It was due. */
  @JsonProperty("schedule")
  SCHEDULE,
  /** A person asked for it. */
  @JsonProperty("manual")
  MANUAL,
  /** A page asked for it, and the person in front of it agreed. */
  @JsonProperty("page")
  PAGE,
  /** The failed calls of an earlier run are made again. */
  @JsonProperty("retry")
  RETRY
}
