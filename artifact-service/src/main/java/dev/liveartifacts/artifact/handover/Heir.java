package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.problem.Problems;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is to have an artifact.
 *
 * @param personId from the search for people
 * @param email of somebody who has signed in here
 */
record Heir(@Nullable UUID personId, @Size(max = 320) @Nullable String email) {
  /** In lower case; null if the person is named by id. */
  @Nullable String address() {
    if ((personId == null) == (email == null)) {
      throw Problems.badRequest("Name the new owner, by personId or by email.");
    }
    return email == null ? null : email.strip().replace("\0", "").toLowerCase(Locale.ROOT);
  }
}
