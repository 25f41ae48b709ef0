package dev.liveartifacts.connector.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose word a policy is. */
public enum PolicySource {
  /** The administrator's, about this very tool. */
  @JsonProperty("tool")
  TOOL,
  /** The administrator's, about the connector. */
  @JsonProperty("connector")
  CONNECTOR,
  /** Nobody's: it is how the service begins. */
  @JsonProperty("default")
  DEFAULT
}
