package dev.liveartifacts.artifact.authoring.journal;

import io.vertx.core.json.JsonObject;

/**
 * Something that happened while a page was made.
 *
 * @param position counted from 1; 0 for what is in no journal
 * @param name {@code step}, {@code text}, {@code page}, {@code tools}, {@code cost}, {@code
 *     question}, {@code done}, {@code failed} or {@code over}
 */
public record Told(int position, String name, JsonObject data) {
  /** Nothing for a while. */
  public static final Told HEARTBEAT = new Told(0, "", new JsonObject());

  /** The line is closed. */
  public static final Told END = new Told(0, "end", new JsonObject());

  /** There is no such thing, or not for this person; a stream has no status to say that with. */
  public static final Told UNKNOWN = new Told(0, "over", new JsonObject().put("state", "unknown"));

  /** Nothing follows, as this is how it ended. */
  public static Told over(Description.State state) {
    return new Told(0, "over", new JsonObject().put("state", state.word()));
  }
}
