package dev.liveartifacts.artifact.edge;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which host and path lead where. What is not listed here leads nowhere. */
final class Door {
  /** Where a request goes on. */
  enum Way {
    /** The web app and its API. */
    APP,
    /** A screen of the web app, which finds its way by the address itself. */
    SCREEN,
    /** An artifact's address: the web app, and with it what opens the page. */
    ARTIFACT,
    /** A frozen copy behind a public link. */
    PUBLIC,
    /** Pages and their libraries. */
    SANDBOX,
    /** Probes and metrics, for the machines around us. */
    MACHINE,
    NOWHERE
  }

  private static final String POLICY_REPORTS = "/csp-reports";
  private static final Set<String> APP_PAGES =
      Set.of(
          "/",
          "/index.html",
          "/signin",
          "/signin/done",
          "/signout",
          POLICY_REPORTS,
          "/backchannel-logout",
          "/oauth/client.json",
          "/mcp",
          "/.well-known/oauth-protected-resource/mcp");
  private static final List<String> APP_TREES = List.of("/api/", "/assets/");
  private static final Pattern SCREEN =
      Pattern.compile("/(a|account|alerts|connectors|schedules|new|admin|signed-in)(/.*)?");
  private static final List<String> SANDBOX_TREES = List.of("/p/", "/lib/");
  private static final List<String> MACHINE_TREES =
      List.of("/q/health", "/q/metrics", "/q/openapi", "/keys/people.json", "/backchannel-logout");
  private static final Pattern APP_FILE =
      Pattern.compile("/[A-Za-z0-9_-]+\\.(svg|png|ico|txt|webmanifest|woff2)");
  private static final Pattern OTHER_SPELLING =
      Pattern.compile("%2e|%2f|%5c|%00|\\\\|//|;", Pattern.CASE_INSENSITIVE);

  private final Origins origins;

  Door(Origins origins) {
    this.origins = origins;
  }

  /**
   * @param path as it came
   * @param normalPath the same without dot segments and needless escapes (RFC 3986, section 6);
   *     null if it cannot be read
   */
  Way way(@Nullable String host, String path, @Nullable String normalPath) {
    if (!path.equals(normalPath) || OTHER_SPELLING.matcher(path).find()) {
      return Way.NOWHERE;
    }
    if (origins.app().answers(host)) {
      return app(path);
    }
    if (origins.sandbox().answers(host)) {
      return under(SANDBOX_TREES, path) || path.equals(POLICY_REPORTS) ? Way.SANDBOX : Way.NOWHERE;
    }
    return under(MACHINE_TREES, path) ? Way.MACHINE : Way.NOWHERE;
  }

  private Way app(String path) {
    if (APP_PAGES.contains(path) || under(APP_TREES, path)) {
      return Way.APP;
    }
    if (path.startsWith("/a/")) {
      return Way.ARTIFACT;
    }
    if (path.startsWith("/s/")) {
      return Way.PUBLIC;
    }
    if (SCREEN.matcher(path).matches()) {
      return Way.SCREEN;
    }
    if (origins.app().loopback() && under(MACHINE_TREES, path)) {
      return Way.MACHINE;
    }
    return APP_FILE.matcher(path).matches() ? Way.APP : Way.NOWHERE;
  }

  private static boolean under(List<String> trees, String path) {
    return trees.stream().anyMatch(path::startsWith);
  }
}
