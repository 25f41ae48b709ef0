package dev.liveartifacts.demo.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a server does instead of its work. */
enum Mode {
  /** Nothing else: only the delay counts. */
  @JsonProperty("ok")
  OK,
  /** Answers with an HTTP status. */
  @JsonProperty("error")
  ERROR,
  /** Answers with something that is no MCP. */
  @JsonProperty("garbage")
  GARBAGE,
  /** Answers with 20 MB. */
  @JsonProperty("huge")
  HUGE,
  /** Answers 401, as if the token had been revoked. */
  @JsonProperty("unauthorized")
  UNAUTHORIZED,
  /** Never answers. */
  @JsonProperty("hang")
  HANG
}
