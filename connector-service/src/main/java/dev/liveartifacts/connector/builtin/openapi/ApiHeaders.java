package dev.liveartifacts.connector.builtin.openapi;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers a page may set, and with what. */
final class ApiHeaders {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,2000}");

  /** The transport's, the sign-in's (OpenAPI 3.1, 4.8.12.2.1), and those that name somebody. */
  private static final Set<String> TAKEN =
      Set.of(
          "accept",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "forwarded",
          "host",
          "origin",
          "proxy-authorization",
          "referer",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "via");

  private ApiHeaders() {}

  static boolean mayBeSet(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches()
        && !TAKEN.contains(lower)
        && !lower.startsWith("x-forwarded-")
        && !lower.startsWith("proxy-")
        && !lower.startsWith("sec-");
  }

  static boolean isValue(String value) {
    return VALUE.matcher(value).matches();
  }
}
