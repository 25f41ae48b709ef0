package dev.liveartifacts.artifact.sight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By whose access a source answers those who open an artifact. */
public enum SourceAccess {
  /** Everybody's own. */
  VIEWER,
  /** The owner's, for exactly the calls that the owner shows. */
  OWNER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static SourceAccess of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
