package dev.liveartifacts.connector.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a tool counts as. */
public enum Treatment {
  @JsonProperty("reads")
  READS,
  @JsonProperty("writes")
  WRITES
}
