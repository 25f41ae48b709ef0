package dev.liveartifacts.artifact.edge;

import java.util.List;

/**
 * What the web app may do where nobody is signed in: draw a frozen copy. It can ask for nothing but
 * what is below public links, so neither the API nor a connector is within its reach.
 */
public final class PublicPolicy {
  private PublicPolicy() {}

  /**
   * The content security policy.
   *
   * @param sites web origins that may frame it; none: nobody may
   */
  public static String of(Origins origins, List<String> sites) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src " + origins.app() + "/assets/",
        "style-src " + origins.app() + "/assets/ 'unsafe-inline'",
        "font-src " + origins.app() + "/assets/",
        "img-src 'self' data:",
        "connect-src " + origins.app() + "/s/",
        "frame-src " + origins.sandbox() + "/p/public/",
        "frame-ancestors " + (sites.isEmpty() ? "'none'" : String.join(" ", sites)),
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'");
  }
}
