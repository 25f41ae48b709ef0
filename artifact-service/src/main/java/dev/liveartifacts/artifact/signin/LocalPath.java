package dev.liveartifacts.artifact.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address inside this web app: the only kind that sign-in returns to. */
record LocalPath(String path) {
  private static final LocalPath HOME = new LocalPath("/");
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~!$&'()*+,;=:@%?#-]*");
  private static final Pattern ELSEWHERE =
      Pattern.compile("//|%2f|%5c|%0|/\\.\\.|^/(signin|signout|api)\\b", Pattern.CASE_INSENSITIVE);

  /** What was asked for if it stays here, the gallery otherwise. */
  static LocalPath of(@Nullable String asked) {
    return asked != null && local(asked) ? new LocalPath(asked) : HOME;
  }

  private static boolean local(String asked) {
    return asked.length() <= 2_000
        && LOCAL.matcher(asked).matches()
        && !ELSEWHERE.matcher(asked).find();
  }
}
