package dev.liveartifacts.scheduler.schedule;

import java.time.Instant;
import java.util.UUID;

/**
 * Spreads schedules that are due at the same time: puts a start off by up to {@code mostSeconds}.
 * The same schedule and due time give the same start, on every replica and after every crash.
 */
public record Jitter(UUID scheduleId, int mostSeconds) {

  /** When to start what is due at {@code due}. */
  public Instant start(Instant due) {
    long most = mostSeconds * 1000L;
    return due.plusMillis(Long.remainderUnsigned(mixed(due), most + 1));
  }

  /** The finaliser of SplitMix64: neighbouring due times get starts that have nothing in common. */
  private long mixed(Instant due) {
    long mix =
        scheduleId.getMostSignificantBits()
            ^ scheduleId.getLeastSignificantBits()
            ^ (due.getEpochSecond() * 0x9E3779B97F4A7C15L);
    mix = (mix ^ (mix >>> 30)) * 0xBF58476D1CE4E5B9L;
    mix = (mix ^ (mix >>> 27)) * 0x94D049BB133111EBL;
    return mix ^ (mix >>> 31);
  }
}
