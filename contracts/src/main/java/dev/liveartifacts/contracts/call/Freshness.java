package dev.liveartifacts.contracts.call;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How new an answer must be. */
public enum Freshness {
  /** A cached answer serves while it is fresh. */
  @JsonProperty("cached")
  CACHED,
  /** The source is asked, past every cache. */
  @JsonProperty("live")
  LIVE
}
