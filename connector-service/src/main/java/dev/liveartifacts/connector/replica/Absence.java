package dev.liveartifacts.connector.replica;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether something that failed is asked again: after each pause one request goes to see, and the
 * others do not wait for what it finds. Times are those of {@link System#nanoTime}. Thread-safe.
 */
final class Absence {
  private final long pause;
  private final AtomicLong until = new AtomicLong();
  private volatile boolean away;

  Absence(Duration pause) {
    this.pause = pause.toNanos();
  }

  boolean isAway() {
    return away;
  }

  boolean lets(long now) {
    if (!away) {
      return true;
    }
    long end = until.get();
    return now - end >= 0 && until.compareAndSet(end, now + pause);
  }

  /** True if this is news. */
  boolean begin(long now) {
    until.set(now + pause);
    boolean news = !away;
    away = true;
    return news;
  }

  void end() {
    away = false;
  }
}
