package dev.liveartifacts.scheduler.schedule;

import java.time.Instant;
import java.util.List;

/** What a timetable means: in words, and the next times it is due. */
public record Reading(String inWords, List<Instant> next) {
  public Reading {
    next = List.copyOf(next);
  }
}
