package dev.liveartifacts.artifact.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** With whom something is shared. */
public enum ShareKind {
  /** Somebody with this verified e-mail address, whether they have signed in yet or not. */
  PERSON,
  /** Everyone in a group of the sign-in server, spelled exactly like this. */
  GROUP,
  /** Everyone who belongs to the workspace. */
  WORKSPACE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ShareKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
