package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where in a result its data stands. */
public enum Source {
  @JsonProperty("structured")
  STRUCTURED("structured content"),
  @JsonProperty("json-text")
  JSON_TEXT("JSON in text"),
  @JsonProperty("markdown")
  MARKDOWN("a markdown table"),
  /** Nowhere: the result is text or media without structure. */
  @JsonProperty("text")
  TEXT("plain text");

  private final String words;

  Source(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
