package dev.liveartifacts.connector.register;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How requests to a connector are signed in. */
public enum SignIn {
  @JsonProperty("none")
  NONE,
  /** {@code Authorization: Bearer …} with a token that somebody entered. */
  @JsonProperty("bearer")
  BEARER,
  /** A header of the connector's choice, with a key that somebody entered. */
  @JsonProperty("header")
  HEADER,
  @JsonProperty("oauth")
  OAUTH;

  boolean needsSecret() {
    return this == BEARER || this == HEADER;
  }
}
