package dev.liveartifacts.artifact.verify;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what happens while a page is open; of much, the beginning. */
final class SightingLog {
  private static final int MOST = 200;
  private static final int LONGEST = 2_000;

  private final Clock clock;
  private final Instant begun;
  private final List<Sighting.Call> calls = new ArrayList<>();
  private final List<Sighting.Message> console = new ArrayList<>();
  private final List<String> bridge = new ArrayList<>();
  private boolean loaded;

  SightingLog(Clock clock) {
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** A call that is under way. */
  interface Begun {
    /**
     * @param answer of the call, as a page gets it
     */
    void ended(JsonObject answer);
  }

  synchronized Begun begin(String name, @Nullable Object arguments) {
    Instant asked = clock.instant();
    return answer -> end(name, Json.encode(arguments), asked, answer);
  }

  synchronized void message(String level, String text, @Nullable String where) {
    add(console, new Sighting.Message(level, shortened(text), where));
  }

  /** What the page asked of its host, beside calls. */
  synchronized void asked(String what) {
    add(bridge, since(begun) + " ms: " + what);
  }

  synchronized void loaded() {
    loaded = true;
    asked("the page has loaded");
  }

  synchronized boolean hasLoaded() {
    return loaded;
  }

  synchronized Sighting sighting(boolean settled, byte @Nullable [] screenshot) {
    return new Sighting(
        loaded, settled, List.copyOf(calls), List.copyOf(console), List.copyOf(bridge), screenshot);
  }

  /** The text parts of a result. */
  static String text(JsonObject result) {
    JsonArray parts = result.getJsonArray("content", new JsonArray());
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> {
      if (part instanceof JsonObject json && json.getValue("text") instanceof String some) {
        text.append(some);
      }
    });
    return text.toString();
  }

  private synchronized void end(String name, String arguments, Instant asked, JsonObject answer) {
    JsonObject result = answer.getJsonObject("result", new JsonObject());
    boolean failed = result.getBoolean("isError", false);
    String outcome = failed ? "failed" : answer.getString("outcome", "failed");
    add(
        calls,
        new Sighting.Call(
            shortened(name),
            shortened(arguments),
            outcome,
            since(asked),
            failed ? shortened(text(result)) : null));
    asked("%s → %s".formatted(shortened(name), outcome));
  }

  private long since(Instant then) {
    return Duration.between(then, clock.instant()).toMillis();
  }

  private static <T> void add(List<T> all, T one) {
    if (all.size() < MOST) {
      all.add(one);
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
