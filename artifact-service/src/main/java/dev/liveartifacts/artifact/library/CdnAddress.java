package dev.liveartifacts.artifact.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A library's file as a public CDN addresses it.
 *
 * @param version as written: exact, a range, a tag, or null for the newest
 * @param file null for the package's main file
 * @param fromNpm true if the CDN serves the package's own bytes
 */
public record CdnAddress(
    String name, @Nullable String version, @Nullable String file, boolean fromNpm) {
  private static final String PACKAGE =
      "(?<name>@[a-z0-9._-]+/[a-z0-9._-]+|[a-z0-9._-]+)(?:@(?<version>[^/?#]+))?(?:/(?<file>[^?#]*))?";
  private static final Pattern NPM =
      Pattern.compile(
          "(?:https?:)?//(?:(?:cdn|fastly|gcore)\\.jsdelivr\\.net/npm|(?:www\\.)?unpkg\\.com)/"
              + PACKAGE
              + "(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CDNJS =
      Pattern.compile(
          "(?:https?:)?//cdnjs\\.cloudflare\\.com/ajax/libs/(?<name>[a-z0-9._-]+)/(?<version>[^/?#]+)"
              + "/(?<file>[^?#]+)(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);

  public static Optional<CdnAddress> of(String url) {
    return match(NPM, url, true).or(() -> match(CDNJS, url, false));
  }

  private static Optional<CdnAddress> match(Pattern pattern, String url, boolean fromNpm) {
    Matcher matcher = pattern.matcher(url.strip());
    return matcher.matches()
        ? Optional.of(
            new CdnAddress(
                matcher.group("name").toLowerCase(Locale.ROOT),
                matcher.group("version"),
                blankToNull(matcher.group("file")),
                fromNpm))
        : Optional.empty();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
