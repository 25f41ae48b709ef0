package dev.liveartifacts.artifact.edge;

import io.vertx.core.MultiMap;
import java.util.List;

/** The headers that every answer of one way through the {@link Door} carries. */
final class SecurityHeaders {
  private static final String NO_POWERS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(),"
          + " xr-spatial-tracking=()";

  private final Origins origins;

  SecurityHeaders(Origins origins) {
    this.origins = origins;
  }

  void add(Door.Way way, String path, MultiMap headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-DNS-Prefetch-Control", "off");
    if (origins.app().secure()) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (way == Door.Way.PUBLIC) {
      published(headers);
    } else if (way != Door.Way.SANDBOX) {
      headers.set("Content-Security-Policy", AppPolicy.of(origins, List.of()));
      headers.set("Permissions-Policy", NO_POWERS);
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("X-Frame-Options", "DENY");
      headers.set("Cache-Control", caching(path));
    }
  }

  /** Who may frame it is said where that is known: until then, nobody. */
  private void published(MultiMap headers) {
    headers.set("Content-Security-Policy", PublicPolicy.of(origins, List.of()));
    headers.set("Permissions-Policy", NO_POWERS);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Robots-Tag", "noindex, nofollow, noarchive");
    headers.set("Cache-Control", "no-store");
  }

  /** Assets carry their hash in their name; everything else is asked for again. */
  private static String caching(String path) {
    if (path.startsWith("/assets/")) {
      return "public, max-age=31536000, immutable";
    }
    return path.startsWith("/api/") ? "no-store" : "no-cache";
  }
}
