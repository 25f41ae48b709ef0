package dev.liveartifacts.artifact.edge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the browser says about where a request comes from (W3C Fetch Metadata; Origin, RFC 6454).
 *
 * @param site {@code Sec-Fetch-Site}
 * @param origin {@code Origin}
 * @param bearer true if a program signed the request itself: no browser adds that by accident
 */
record FetchMetadata(@Nullable String site, @Nullable String origin, boolean bearer) {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Says whether another site may be behind this request to the API. */
  boolean foreign(String method, Origin app) {
    if (bearer) {
      return false;
    }
    boolean reads = SAFE.contains(method);
    if (site != null) {
      return !site.equals("same-origin") && !(reads && site.equals("none"));
    }
    return origin == null ? !reads : !origin.equals(app.toString());
  }
}
