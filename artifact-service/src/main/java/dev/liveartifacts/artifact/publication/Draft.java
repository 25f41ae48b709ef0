package dev.liveartifacts.artifact.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a frozen copy would show, while its owner looks through it.
 *
 * @param version of the page
 * @param takenAt when the data is from
 */
record Draft(UUID id, UUID artifactId, int version, Instant takenAt, List<Call> calls) {
  Draft {
    calls = List.copyOf(calls);
  }

  /**
   * One call of the page, and its result, which is kept under {@code content}.
   *
   * @param names under which the page may make it
   * @param arguments JSON object
   * @param relative JSON Pointers to the arguments that depend on the day
   * @param storedAt when its source gave the result; null if it did not
   * @param content SHA-256 of the result in lower-case hex; null if there is none
   * @param trouble why there is none
   */
  record Call(
      int position,
      List<String> names,
      String connector,
      String tool,
      String arguments,
      List<String> relative,
      @Nullable Instant storedAt,
      @Nullable String content,
      @Nullable String trouble) {
    Call {
      names = List.copyOf(names);
      relative = List.copyOf(relative);
    }
  }
}
