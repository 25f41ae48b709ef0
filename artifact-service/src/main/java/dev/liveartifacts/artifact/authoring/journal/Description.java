package dev.liveartifacts.artifact.authoring.journal;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a page, and how far it has come.
 *
 * @param artifactId what is to change; null for a new page
 * @param baseVersion the version that was looked at
 * @param sources connectors that may be looked at and called
 * @param tools what the page asks for, as it was resolved
 */
public record Description(
    UUID id,
    UUID personId,
    @Nullable UUID artifactId,
    @Nullable Integer baseVersion,
    String wish,
    List<UUID> sources,
    State state,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String html,
    JsonArray tools,
    Instant aliveAt) {
  public Description {
    sources = List.copyOf(sources);
  }

  /** How far it has come. */
  public enum State {
    WORKING,
    DONE,
    FAILED,
    CANCELLED,
    ACCEPTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
