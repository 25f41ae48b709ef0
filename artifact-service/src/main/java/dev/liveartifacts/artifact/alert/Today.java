package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.contracts.relative.RelativeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What day it was when data was fetched, by which "today" and "this week" are meant.
 *
 * @param zone in which days begin
 */
record Today(Instant at, ZoneId zone) {

  /** Whether a day is as wanted. What is no day is no wanted one. */
  boolean covers(Filter.Op op, RelativeTime time, Optional<LocalDate> day) {
    return day.map(is -> covers(op, time, is)).orElse(op == Filter.Op.IS_NOT);
  }

  private boolean covers(Filter.Op op, RelativeTime time, LocalDate is) {
    LocalDate wanted = time.day(at, zone);
    return switch (op) {
      case IS -> is.isEqual(wanted);
      case IS_NOT -> !is.isEqual(wanted);
      case ABOVE -> is.isAfter(wanted);
      case AT_LEAST -> !is.isBefore(wanted);
      case BELOW -> is.isBefore(wanted);
      case AT_MOST -> !is.isAfter(wanted);
      case IN -> time.period(at, zone).contains(is);
      case CONTAINS -> false;
    };
  }
}
