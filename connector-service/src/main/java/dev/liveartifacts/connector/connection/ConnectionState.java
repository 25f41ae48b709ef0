package dev.liveartifacts.connector.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a connection stands. */
public enum ConnectionState {
  @JsonProperty("connected")
  CONNECTED,
  /** The server does not take the credentials; somebody has to sign in. */
  @JsonProperty("needs_sign_in")
  NEEDS_SIGN_IN,
  /** The server does not answer, or not as it should. */
  @JsonProperty("failing")
  FAILING,
  /** Ended by its owner or an administrator. */
  @JsonProperty("revoked")
  REVOKED
}
