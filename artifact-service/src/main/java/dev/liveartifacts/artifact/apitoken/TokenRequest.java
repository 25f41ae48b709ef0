package dev.liveartifacts.artifact.apitoken;

import dev.liveartifacts.artifact.problem.Problems;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** A token that somebody wants for a program of theirs. */
record TokenRequest(
    @NotNull @Size(min = 1, max = 100) String name,
    @NotEmpty Set<@NotNull Scope> scopes,
    @NotNull Instant expiresAt) {

  ApiToken token(UUID personId, Instant now, Duration longest) {
    if (name.isBlank()) {
      throw Problems.badRequest("Give the token a name, so that you know it again.");
    }
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(longest))) {
      throw Problems.badRequest(
          "Choose an end between now and %d days from now.".formatted(longest.toDays()));
    }
    return new ApiToken(
        UUID.randomUUID(),
        personId,
        name.strip(),
        scopes,
        now.truncatedTo(ChronoUnit.MICROS),
        expiresAt.truncatedTo(ChronoUnit.MICROS),
        null,
        null);
  }
}
