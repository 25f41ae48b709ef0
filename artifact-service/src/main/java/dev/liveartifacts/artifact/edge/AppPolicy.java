package dev.liveartifacts.artifact.edge;

import java.util.List;

/**
 * What the web app may do, and who may frame it. {@code frame-src} pins the page's frame: a page
 * that navigates itself away goes nowhere.
 */
public final class AppPolicy {
  private AppPolicy() {}

  /**
   * The content security policy.
   *
   * @param sites web origins that may frame it; none: nobody may
   */
  public static String of(Origins origins, List<String> sites) {
    return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
        + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
        + " manifest-src 'self'; frame-src "
        + origins.sandbox()
        + "/p/; frame-ancestors "
        + (sites.isEmpty() ? "'none'" : String.join(" ", sites))
        + "; base-uri 'none'; form-action 'self'; object-src 'none'; report-uri /csp-reports";
  }
}
