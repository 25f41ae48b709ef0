package dev.liveartifacts.artifact.share;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.problem.Problems;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a share. What is not said stays; {@code "expiresAt": null} takes
 * the end away.
 */
record ShareChange(@Nullable Role role, @Nullable JsonNode expiresAt) {
  boolean changesEnd() {
    return expiresAt != null;
  }

  @Nullable Instant end() {
    if (expiresAt == null || expiresAt.isNull()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(expiresAt.asText()).toInstant();
    } catch (DateTimeParseException e) {
      throw Problems.badRequest("Write expiresAt like 2026-12-31T18:00:00Z.");
    }
  }

  ShareChange checked(Instant now) {
    if (role == Role.OWNER) {
      throw Problems.badRequest(
          "Share as viewer or editor. To give the artifact away, hand over its ownership.");
    }
    Term.check(end(), now);
    return this;
  }
}
