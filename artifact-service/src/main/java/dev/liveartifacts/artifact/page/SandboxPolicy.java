package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.edge.Origins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page may do, as response headers: run, draw, and talk to the web app through one port.
 *
 * <p>{@code allow-same-origin}, {@code allow-popups}, {@code allow-downloads} and {@code
 * allow-top-navigation} are absent: each of them carries data out.
 */
final class SandboxPolicy {
  private static final String NO_POWERS =
      "accelerometer=(), ambient-light-sensor=(), attribution-reporting=(), autoplay=(),"
          + " battery=(), bluetooth=(), browsing-topics=(), camera=(), compute-pressure=(),"
          + " display-capture=(), encrypted-media=(), gamepad=(), geolocation=(), gyroscope=(),"
          + " hid=(), identity-credentials-get=(), idle-detection=(), join-ad-interest-group=(),"
          + " keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(),"
          + " otp-credentials=(), payment=(), picture-in-picture=(),"
          + " publickey-credentials-create=(), publickey-credentials-get=(), run-ad-auction=(),"
          + " screen-wake-lock=(), serial=(), shared-storage=(), storage-access=(), sync-xhr=(),"
          + " usb=(), web-share=(), window-management=(), xr-spatial-tracking=()";

  private SandboxPolicy() {}

  /**
   * @param sites web origins that may frame the web app around the page
   */
  static Map<String, String> headers(Origins origins, List<String> sites) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", contentSecurityPolicy(origins, sites));
    headers.put("Connection-Allowlist", "(response-origin)");
    headers.put("Permissions-Policy", NO_POWERS);
    headers.put("Origin-Agent-Cluster", "?1");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put("X-Robots-Tag", "noindex, nofollow");
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  private static String contentSecurityPolicy(Origins origins, List<String> sites) {
    String libraries = origins.sandbox() + "/lib/";
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src " + libraries + " 'unsafe-inline' 'unsafe-eval'",
        "style-src " + libraries + " 'unsafe-inline'",
        "img-src data: blob:",
        "font-src data: blob:",
        "media-src data: blob:",
        "worker-src blob:",
        "connect-src 'none'",
        "frame-src 'none'",
        "object-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        Stream.concat(Stream.of("frame-ancestors", origins.app().toString()), sites.stream())
            .collect(Collectors.joining(" ")),
        "webrtc 'block'",
        "sandbox allow-scripts allow-forms allow-modals",
        "report-uri " + origins.sandbox() + "/csp-reports");
  }
}
