package dev.liveartifacts.artifact.upstream;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What connector-service says about a call in headers, so that nobody has to read the result.
 *
 * @param error the code of the failure of a stale or failed answer
 * @param shapeHash the structure of the result
 * @param storedAt when the result was stored
 */
public record News(@Nullable String error, @Nullable String shapeHash, @Nullable Instant storedAt) {
  public static final News NONE = new News(null, null, null);

  static News of(MultiMap headers) {
    return new News(
        headers.get("Live-Error"), headers.get("Live-Shape"), instant(headers.get("Live-Stored")));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
