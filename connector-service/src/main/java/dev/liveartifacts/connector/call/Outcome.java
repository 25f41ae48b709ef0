package dev.liveartifacts.connector.call;

import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call came to, for whoever made it. */
public sealed interface Outcome {
  /** A result from the source, or from the cache within its time. */
  record Fresh(
      byte[] json,
      Instant storedAt,
      boolean cached,
      long durationMillis,
      @Nullable String shapeHash)
      implements Outcome {
    @Override
    public String toString() {
      return "Fresh[" + storedAt + ", cached=" + cached + "]";
    }
  }

  /** The last good result, and why there is no newer one. */
  record Stale(
      byte[] json,
      Instant storedAt,
      long durationMillis,
      CallError error,
      @Nullable String shapeHash)
      implements Outcome {
    @Override
    public String toString() {
      return "Stale[" + storedAt + ", " + error.code() + "]";
    }
  }

  /**
   * No result.
   *
   * @param json the tool's own answer, if it was the tool that failed
   */
  record Failed(CallError error, long durationMillis, byte @Nullable [] json) implements Outcome {
    @Override
    public String toString() {
      return "Failed[" + error.code() + "]";
    }
  }

  static Outcome cached(StoredResult result) {
    return fresh(result, true);
  }

  private static Outcome fresh(StoredResult result, boolean cached) {
    return new Fresh(
        result.json(), result.storedAt(), cached, result.durationMillis(), result.shapeHash());
  }

  private static Outcome stale(StoredResult lastGood, long millis, CallError error) {
    return new Stale(lastGood.json(), lastGood.storedAt(), millis, error, lastGood.shapeHash());
  }

  static Outcome failed(ErrorCode code, String message) {
    return new Failed(CallError.of(code, message), 0, null);
  }

  /**
   * What a landing is worth to whoever waited for it.
   *
   * @param lastGood the newest result that is still kept
   */
  static Outcome of(Landing landing, Optional<StoredResult> lastGood) {
    return switch (landing) {
      case Landing.Landed(StoredResult result) -> fresh(result, false);
      case Landing.ToolFailed(byte[] json, long millis) ->
          new Failed(
              CallError.of(ErrorCode.TOOL_ERROR, "The tool says that it failed."), millis, json);
      case Landing.Missed(CallError error, boolean outage, long millis) ->
          outage && lastGood.isPresent()
              ? stale(lastGood.get(), millis, error)
              : new Failed(error, millis, null);
    };
  }

  static boolean wantsLastGood(Landing landing) {
    return landing instanceof Landing.Missed missed && missed.outage();
  }
}
