package dev.liveartifacts.demo.erp;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long something is overdue. */
public enum Age {
  NOT_DUE("not due", 0),
  UP_TO_30("1–30 days", 30),
  UP_TO_60("31–60 days", 60),
  UP_TO_90("61–90 days", 90),
  OVER_90("over 90 days", Long.MAX_VALUE);

  private final String words;
  private final long maxDays;

  Age(String words, long maxDays) {
    this.words = words;
    this.maxDays = maxDays;
  }

  @JsonValue
  public String words() {
    return words;
  }

  static Age of(LocalDate dueOn, LocalDate today) {
    long days = daysOverdue(dueOn, today);
    for (Age age : values()) {
      if (days <= age.maxDays) {
        return age;
      }
    }
    return OVER_90;
  }

  static long daysOverdue(LocalDate dueOn, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
  }
}
