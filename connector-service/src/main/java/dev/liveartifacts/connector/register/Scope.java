package dev.liveartifacts.connector.register;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may use a connector. */
public enum Scope {
  @JsonProperty("workspace")
  WORKSPACE,
  @JsonProperty("personal")
  PERSONAL
}
