package dev.liveartifacts.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of due times at which nothing could run. */
public enum Misfire {
  /** One run, as soon as possible, makes up for all of them. */
  @JsonProperty("run_once")
  RUN_ONCE,
  /** They are left out, and the history says so. */
  @JsonProperty("skip")
  SKIP
}
