package dev.liveartifacts.artifact.share;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.liveartifacts.artifact.access.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share of an artifact.
 *
 * @param email whom it is for; null if it is for the whole workspace
 * @param name of that person, once they have signed in
 */
record Share(
    UUID id,
    Kind kind,
    @Nullable String email,
    @Nullable String name,
    Role role,
    Instant createdAt) {

  /** With whom. */
  public enum Kind {
    PERSON,
    WORKSPACE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
