package dev.liveartifacts.artifact.library;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A library's version as far as nearness needs it. */
record Version(int major, int minor, int patch) {
  static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  private static final Version NEWEST = new Version(99_999, 0, 0);
  private static final Pattern NUMBERS =
      Pattern.compile("[v^~=>]*(\\d{1,5})(?:\\.(\\d{1,5}))?(?:\\.(\\d{1,5}))?.*");

  /** The newest there can be if nothing is said, or nothing that we understand. */
  static Version of(@Nullable String text) {
    Matcher matcher = NUMBERS.matcher(text == null ? "" : text);
    return matcher.matches()
        ? new Version(
            number(matcher.group(1), 0),
            number(matcher.group(2), 99_999),
            number(matcher.group(3), 99_999))
        : NEWEST;
  }

  /** The nearest first: by major version, then by minor, then by patch. */
  Comparator<Version> nearness() {
    return Comparator.<Version>comparingInt(other -> Math.abs(other.major - major))
        .thenComparingInt(other -> Math.abs(other.minor - minor))
        .thenComparingInt(other -> Math.abs(other.patch - patch))
        .thenComparing(ORDER.reversed());
  }

  private static int number(@Nullable String digits, int unsaid) {
    return digits == null ? unsaid : Integer.parseInt(digits);
  }
}
