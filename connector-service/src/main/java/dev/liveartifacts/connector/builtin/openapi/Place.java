package dev.liveartifacts.connector.builtin.openapi;

/** Where in a request a parameter goes. */
public enum Place {
  PATH,
  QUERY,
  HEADER,
  /** The whole body, as JSON. */
  BODY
}
