package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What values look like, beyond their type. */
public enum Looks {
  @JsonProperty("date")
  DATE(
      "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"
          + "|(?:0?[1-9]|[12]\\d|3[01])[./](?:0?[1-9]|[12]\\d|3[01])[./]\\d{4}"),
  @JsonProperty("timestamp")
  TIMESTAMP(
      "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?"
          + "(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?"),
  @JsonProperty("money")
  MONEY(
      "-?(?:[$€£¥] ?-?\\d[\\d,. ]*|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD) ?\\d[\\d,. ]*"
          + "|\\d[\\d,. ]* ?(?:[$€£¥]|USD|EUR|GBP|CHF|JPY|CAD|AUD))"),
  @JsonProperty("id")
  ID(
      "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16,64}"
          + "|[A-Za-z]{1,12}[-_]?\\d[\\dA-Za-z-]{2,30}|[a-z]{2,6}_[A-Za-z0-9]{8,40}|\\d{6,20}"),
  @JsonProperty("url")
  URL("(?:https?|ftp)://[^\\s]{3,2000}"),
  @JsonProperty("email")
  EMAIL("[^\\s@]{1,64}@[^\\s@.]{1,63}(?:\\.[^\\s@.]{1,63}){1,5}");

  private static final int LONGEST = 300;

  private final Pattern pattern;

  Looks(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  static @Nullable Looks of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    for (Looks looks : values()) {
      if (looks.pattern.matcher(text).matches()) {
        return looks;
      }
    }
    return null;
  }
}
