package dev.liveartifacts.connector.mcp.wire;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scheme, host and port (RFC 6454): what credentials are bound to. */
record Origin(String scheme, String host, int port) {
  static Origin of(URI uri) {
    String scheme = lower(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, lower(uri.getHost()), port);
  }

  static boolean isDowngrade(URI from, URI to) {
    return of(from).scheme.equals("https") && !of(to).scheme.equals("https");
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
