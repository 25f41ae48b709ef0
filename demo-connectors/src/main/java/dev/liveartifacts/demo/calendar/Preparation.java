package dev.liveartifacts.demo.calendar;

import com.fasterxml.jackson.annotation.JsonValue;

/** How well a meeting is prepared. */
public enum Preparation {
  NOT_STARTED("not started"),
  IN_PROGRESS("in progress"),
  READY("ready");

  private final String words;

  Preparation(String words) {
    this.words = words;
  }

  @JsonValue
  public String words() {
    return words;
  }

  static Preparation of(long ready, int needed) {
    if (ready == needed) {
      return READY;
    }
    return ready == 0 ? NOT_STARTED : IN_PROGRESS;
  }
}
