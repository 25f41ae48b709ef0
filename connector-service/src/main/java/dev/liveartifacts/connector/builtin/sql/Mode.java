package dev.liveartifacts.connector.builtin.sql;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What pages may ask of a database. */
public enum Mode {
  /** The named queries and nothing else. */
  @JsonProperty("named")
  NAMED,
  /** Any SELECT; the named queries too. */
  @JsonProperty("select")
  SELECT
}
