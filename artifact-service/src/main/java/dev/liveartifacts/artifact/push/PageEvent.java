package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.change.Refresh;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;

/**
 * What an open page is told.
 *
 * @param name {@code refreshed}, {@code progress}, {@code changed}, {@code storage}, {@code
 *     missed}, {@code revoked} or {@code signedout}; empty for a heartbeat
 */
record PageEvent(String name, JsonObject data) {
  static final PageEvent REVOKED = new PageEvent("revoked", new JsonObject());

  /** Any of the others may have happened without being told. */
  static final PageEvent MISSED = new PageEvent("missed", new JsonObject());

  static final PageEvent SIGNED_OUT = new PageEvent("signedout", new JsonObject());
  static final PageEvent END = new PageEvent("end", new JsonObject());
  static final PageEvent HEARTBEAT = new PageEvent("", new JsonObject());

  /** The first of a stream: nothing is missed from here on. Its head comes before that is true. */
  static final PageEvent LISTENING = new PageEvent("listening", new JsonObject());

  /** The same, saying which artifact it is about. */
  PageEvent of(UUID artifactId) {
    return new PageEvent(name, data.copy().put("artifactId", artifactId.toString()));
  }

  OutboundSseEvent written(Sse sse) {
    return equals(HEARTBEAT)
        ? sse.newEventBuilder().comment("").build()
        : sse.newEventBuilder().name(name).data(data.encode()).build();
  }

  static PageEvent changed(long version) {
    return new PageEvent("changed", new JsonObject().put("version", version));
  }

  static PageEvent storage(long revision) {
    return new PageEvent("storage", new JsonObject().put("revision", revision));
  }

  static PageEvent refreshed(Refresh landed) {
    return new PageEvent(
        "refreshed",
        new JsonObject()
            .put("runId", landed.runId().toString())
            .put("snapshotId", landed.snapshotId().toString())
            .put("outcome", landed.outcome())
            .put("takenAt", landed.takenAt().toString())
            .put("finishedAt", landed.takenAt().toString()));
  }

  static PageEvent progress(RefreshProgress run) {
    CallReport call = run.call();
    return new PageEvent(
        "progress",
        new JsonObject()
            .put("runId", run.runId().toString())
            .put("done", run.done())
            .put("total", run.total())
            .put("call", progress(call)));
  }

  private static JsonObject progress(CallReport call) {
    JsonObject json =
        new JsonObject()
            .put("position", call.position())
            .put("connector", call.connector())
            .put("tool", call.tool())
            .put("state", call.error() == null ? "done" : "failed")
            .put("durationMillis", call.durationMillis());
    return call.error() == null ? json : json.put("error", JsonObject.mapFrom(call.error()));
  }
}
