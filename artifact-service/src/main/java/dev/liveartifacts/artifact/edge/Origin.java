package dev.liveartifacts.artifact.edge;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A web origin in its serialised form (RFC 6454, section 6.2): scheme and authority, the default
 * port left out.
 */
public record Origin(String scheme, String authority) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads an origin.
   *
   * @throws IllegalArgumentException if {@code uri} is more or less than an http or https origin
   */
  public static Origin of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    boolean bare =
        uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && (path.isEmpty() || path.equals("/"));
    if (!bare || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "'" + uri + "' is not an origin such as https://live.example.com");
    }
    return new Origin(scheme, authority(scheme, uri.getHost(), uri.getPort()));
  }

  /** Says whether a request with this Host header was meant for this origin. */
  public boolean answers(@Nullable String host) {
    return host != null && authority.equals(stripDefaultPort(host.toLowerCase(Locale.ROOT)));
  }

  public boolean secure() {
    return scheme.equals("https");
  }

  public boolean loopback() {
    return LOOPBACK.contains(authority.replaceFirst(":\\d+$", ""));
  }

  @Override
  public String toString() {
    return scheme + "://" + authority;
  }

  private String stripDefaultPort(String host) {
    String suffix = secure() ? ":443" : ":80";
    return host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length()) : host;
  }

  private static String authority(String scheme, String host, int port) {
    int usual = scheme.equals("https") ? 443 : 80;
    String name = host.toLowerCase(Locale.ROOT);
    return port == -1 || port == usual ? name : name + ":" + port;
  }
}
