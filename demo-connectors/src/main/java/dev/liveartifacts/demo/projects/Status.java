package dev.liveartifacts.demo.projects;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a project or one of its items is. */
public enum Status {
  OPEN("open"),
  IN_PROGRESS("in progress"),
  DONE("done");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  @JsonValue
  public String words() {
    return words;
  }
}
