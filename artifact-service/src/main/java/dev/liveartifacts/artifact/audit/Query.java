package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A search as it stands in an address. */
class Query {
  @RestQuery
  @Size(max = 100) @Nullable String person;

  @RestQuery @Nullable UUID artifact;
  @RestQuery @Nullable UUID connector;

  @RestQuery
  @Size(max = 200) @Nullable String tool;

  @RestQuery
  @Size(max = 40) @Nullable String action;

  @RestQuery
  @Size(max = 40) @Nullable String outcome;

  @RestQuery @Nullable String from;
  @RestQuery @Nullable String to;
  @RestQuery @Nullable String before;

  Search search() {
    return new Search(
        filled(person),
        artifact,
        connector,
        filled(tool),
        filled(action),
        filled(outcome),
        instant("from", from),
        instant("to", to),
        place());
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable Instant instant(String name, @Nullable String text)
      throws ProblemException {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw Problems.badRequest("'" + name + "' is a moment such as 2026-11-21T09:00:00Z, in UTC.");
    }
  }

  private @Nullable Place place() throws ProblemException {
    try {
      return before == null ? null : Place.of(before);
    } catch (IllegalArgumentException none) {
      throw Problems.badRequest("'before' is what 'next' said in the answer before.");
    }
  }
}
