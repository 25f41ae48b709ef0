package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a run was made. */
public enum RunTrigger {
  /** It was due. */
  @JsonProperty("schedule")
  SCHEDULE,
  /** A person asked for it. */
  @JsonProperty("manual")
  MANUAL
}
