package dev.liveartifacts.contracts.call;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of answer a call got. */
public enum CallOutcome {
  /** From the source or from the cache within its time to live. */
  @JsonProperty("fresh")
  FRESH,
  /** The source failed; the last good answer is served, with the failure beside it. */
  @JsonProperty("stale")
  STALE,
  /** No answer: the result carries the failure as text. */
  @JsonProperty("failed")
  FAILED
}
