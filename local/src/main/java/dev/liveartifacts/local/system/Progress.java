package dev.liveartifacts.local.system;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Says in words what is going on: what is ready, and what is still waited for. Thread-safe. */
final class Progress {
  private final Consumer<String> out;
  private final long startedAt = System.nanoTime();
  private final ConcurrentSkipListMap<String, Long> waiting = new ConcurrentSkipListMap<>();

  Progress(Consumer<String> out) {
    this.out = out;
  }

  void say(String sentence) {
    out.accept(sentence);
  }

  void begins(String what) {
    waiting.put(what, System.nanoTime());
  }

  void ready(String what) {
    Long since = waiting.remove(what);
    if (since != null) {
      say("  " + pad(what) + "ready after " + seconds(since) + ends());
    }
  }

  /** What is still waited for; nothing is said if that is nothing. */
  void remind() {
    if (!waiting.isEmpty()) {
      say("  … " + seconds(startedAt) + ": waiting for " + String.join(", ", names()) + ".");
    }
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  private String ends() {
    return waiting.isEmpty() ? "." : "; waiting for " + String.join(", ", names()) + ".";
  }

  private Set<String> names() {
    return new TreeSet<>(waiting.keySet());
  }

  private static String pad(String what) {
    return String.format(Locale.ROOT, "%-18s ", what);
  }

  private static String seconds(long since) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
  }
}
