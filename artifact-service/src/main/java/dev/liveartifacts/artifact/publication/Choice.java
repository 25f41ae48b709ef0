package dev.liveartifacts.artifact.publication;

import dev.liveartifacts.artifact.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a draft stays. A call that is not named goes as a whole. */
record Choice(@NotNull @Size(max = 200) List<@NotNull @Valid Call> keep) {
  /**
   * The fields of one call that stay.
   *
   * @param position of the call in its draft
   */
  record Call(
      int position, @NotNull @Size(max = 1_000) List<@NotNull @Size(max = 2_000) String> paths) {}

  /** By the call's position. */
  Map<Integer, Set<String>> byPosition() {
    Map<Integer, Set<String>> paths = new HashMap<>();
    for (Call call : keep) {
      if (paths.put(call.position(), Set.copyOf(call.paths())) != null) {
        throw Problems.badRequest("A call is named twice.");
      }
    }
    return paths;
  }
}
