package dev.liveartifacts.connector.authorization;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of scopes, and which of them to ask for. */
public final class Scopes {
  private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,200}");
  private static final String OFFLINE = "offline_access";
  private static final int MOST = 100;

  private Scopes() {}

  /** A list as OAuth writes it, with blanks between. What is no scope is left out. */
  public static List<String> of(@Nullable String text) {
    return text == null ? List.of() : valid(Stream.of(text.trim().split("\\s+")));
  }

  static List<String> valid(Stream<String> scopes) {
    return scopes.filter(scope -> TOKEN.matcher(scope).matches()).distinct().limit(MOST).toList();
  }

  /**
   * What to ask for: the challenge's scopes win over those that the resource lists. What was
   * granted before is asked for again, so that a step up loses nothing. A refresh token is asked
   * for where the authorization server has a scope for it.
   */
  static List<String> wanted(
      List<String> challenged,
      List<String> ofResource,
      Collection<String> before,
      List<String> ofServer) {
    Set<String> wanted = new LinkedHashSet<>(before);
    wanted.addAll(challenged.isEmpty() ? ofResource : challenged);
    if (ofServer.contains(OFFLINE)) {
      wanted.add(OFFLINE);
    }
    return List.copyOf(wanted);
  }

  public static String text(Collection<String> scopes) {
    return String.join(" ", scopes);
  }
}
