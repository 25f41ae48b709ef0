package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a snapshot has of a condition's source. */
sealed interface Sample {

  /** The run did not make such a call, or not for this person's eyes. */
  record None() implements Sample {}

  /**
   * The call failed.
   *
   * @param why the sentence that came with the failure
   */
  record Failed(String why) implements Sample {}

  /**
   * The call answered.
   *
   * @param rows empty if only the structure is looked at
   */
  record Answered(@Nullable String shapeHash, List<ObjectNode> rows) implements Sample {
    public Answered {
      rows = List.copyOf(rows);
    }
  }
}
