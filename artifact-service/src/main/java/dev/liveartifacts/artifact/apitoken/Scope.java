package dev.liveartifacts.artifact.apitoken;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a token is good for. Nothing by itself: each covers requests that the others do not. */
public enum Scope {
  /** Looks at what its person may see. */
  READ,
  /** Makes, changes, deletes and shares, and makes a page's calls. */
  WRITE,
  /** Starts a refresh that is scheduled already. */
  REFRESH;

  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final Pattern API = Pattern.compile("/api(/[A-Za-z0-9._~-]+)+");

  /** What a person does themselves: keys, sessions, administration, signing in. */
  private static final Pattern NEVER =
      Pattern.compile("/api/(tokens|sessions|admin)(/.*)?|/api/connectors/(.*/)?signin(/.*)?");

  private static final Pattern RUNS =
      Pattern.compile("/api/schedules/([^/]+/run|runs/[^/]+/retry)");

  /** The scope that a request needs; empty if no token may make it. */
  public static Optional<Scope> of(String method, String path) {
    if (!API.matcher(path).matches() || NEVER.matcher(path).matches()) {
      return Optional.empty();
    }
    if (SAFE.contains(method)) {
      return Optional.of(READ);
    }
    return Optional.of(method.equals("POST") && RUNS.matcher(path).matches() ? REFRESH : WRITE);
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Scope of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
