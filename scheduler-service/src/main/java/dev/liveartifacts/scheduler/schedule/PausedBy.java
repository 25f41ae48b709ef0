package dev.liveartifacts.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who or what paused a schedule. */
public enum PausedBy {
  @JsonProperty("owner")
  OWNER,
  /** The artifact, or the permission to refresh it, is not there any more. */
  @JsonProperty("gone")
  GONE,
  /** It failed too often in a row. */
  @JsonProperty("failures")
  FAILURES
}
