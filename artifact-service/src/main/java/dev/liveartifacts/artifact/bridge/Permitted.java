package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;

/** A call that goes on to the connector. */
record Permitted(Call call, AllowedTool tool, ObjectNode arguments) implements Verdict {
  /** True if the person has said yes, now or for good. */
  boolean confirmed() {
    return call.confirmed() || tool.always();
  }
}
