package dev.liveartifacts.artifact.edge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the browser says about where a request comes from (W3C Fetch Metadata; Origin, RFC 6454).
 *
 * @param site {@code Sec-Fetch-Site}
 * @param mode {@code Sec-Fetch-Mode}
 * @param origin {@code Origin}
 * @param bearer true if a program signed the request itself: no browser adds that by accident
 */
record FetchMetadata(
    @Nullable String site, @Nullable String mode, @Nullable String origin, boolean bearer) {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Where the sign-in servers of connectors send a browser back to. */
  private static final String WAY_BACK = "/api/connectors/signin/callback";

  /** Says whether another site may be behind this request to the API. */
  boolean foreign(String method, String path, Origin app) {
    if (bearer || isWayBack(method, path)) {
      return false;
    }
    boolean reads = SAFE.contains(method);
    if (site != null) {
      return !site.equals("same-origin") && !(reads && site.equals("none"));
    }
    return origin == null ? !reads : !origin.equals(app.toString());
  }

  /** A window that comes from elsewhere; what it brings is checked against what was begun here. */
  private boolean isWayBack(String method, String path) {
    return method.equals("GET")
        && path.equals(WAY_BACK)
        && (mode == null || mode.equals("navigate"));
  }
}
