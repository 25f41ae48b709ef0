package dev.liveartifacts.connector.authorization;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server asks for in {@code WWW-Authenticate} (RFC 6750, section 3; RFC 9728, section 5.1).
 *
 * @param resourceMetadata where the server describes itself
 * @param scope the scopes that the request needs
 * @param error {@code invalid_token}, {@code insufficient_scope}; null if nothing was wrong
 */
public record Challenge(
    @Nullable URI resourceMetadata,
    List<String> scope,
    @Nullable String error,
    @Nullable String errorDescription) {
  public static final Challenge NONE = new Challenge(null, List.of(), null, null);

  private static final Pattern BEARER =
      Pattern.compile("(?:^|[\\s,])Bearer(?:\\s+|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\G\\s*,?\\s*([A-Za-z0-9_-]{1,40})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))");
  private static final int LONGEST = 8000;

  public Challenge {
    scope = List.copyOf(scope);
  }

  /** The bearer challenge of a header; {@link #NONE} where there is none. */
  public static Challenge of(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return NONE;
    }
    Matcher bearer = BEARER.matcher(header);
    return bearer.find() ? of(parameters(header, bearer.end())) : NONE;
  }

  /** True if the token is good, but not for what was asked. */
  public boolean wantsMoreScope() {
    return "insufficient_scope".equals(error);
  }

  private static Challenge of(Map<String, String> parameters) {
    return new Challenge(
        address(parameters.get("resource_metadata")).orElse(null),
        Scopes.of(parameters.get("scope")),
        parameters.get("error"),
        parameters.get("error_description"));
  }

  private static Map<String, String> parameters(String header, int from) {
    Map<String, String> found = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(header).region(from, header.length());
    while (parameter.find()) {
      String quoted = parameter.group(2);
      String value = quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      found.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
    }
    return found;
  }

  private static Optional<URI> address(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(URI::create);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
