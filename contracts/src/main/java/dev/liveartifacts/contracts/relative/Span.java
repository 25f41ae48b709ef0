package dev.liveartifacts.contracts.relative;

import java.time.LocalDate;

/**
 * Days from the first to the last, both included.
 *
 * @param last not before {@code first}
 */
public record Span(LocalDate first, LocalDate last) {
  /** Whether a day is one of them. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
