package dev.liveartifacts.artifact.push;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * What an open page is told.
 *
 * @param name {@code refreshed}, {@code changed}, {@code storage} or {@code revoked}; empty for a
 *     heartbeat
 */
record PageEvent(String name, JsonObject data) {
  static final PageEvent REVOKED = new PageEvent("revoked", new JsonObject());
  static final PageEvent END = new PageEvent("end", new JsonObject());
  static final PageEvent HEARTBEAT = new PageEvent("", new JsonObject());

  static PageEvent changed(long version) {
    return new PageEvent("changed", new JsonObject().put("version", version));
  }

  static PageEvent storage(long revision) {
    return new PageEvent("storage", new JsonObject().put("revision", revision));
  }

  static PageEvent refreshed(RefreshFinished run) {
    return new PageEvent(
        "refreshed",
        new JsonObject()
            .put("runId", run.runId().toString())
            .put("outcome", run.outcome().name().toLowerCase(Locale.ROOT))
            .put("finishedAt", run.finishedAt().toString()));
  }
}
