package dev.liveartifacts.connector.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an administrator lets a tool do. */
public enum Policy {
  @JsonProperty("allow")
  ALLOW,
  /** A person confirms first. */
  @JsonProperty("ask")
  ASK,
  @JsonProperty("block")
  BLOCK
}
