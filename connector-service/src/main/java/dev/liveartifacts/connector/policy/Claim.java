package dev.liveartifacts.connector.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.connector.mcp.Tool;

/** What a tool says about itself in its annotations. */
public enum Claim {
  READS,
  WRITES,
  NOTHING;

  /** A tool that says that it destroys says that it writes, whatever else it leaves out. */
  public static Claim of(Tool tool) {
    JsonNode readOnly = tool.annotations().path("readOnlyHint");
    if (readOnly.isBoolean()) {
      return readOnly.booleanValue() ? READS : WRITES;
    }
    return tool.annotations().path("destructiveHint").asBoolean(false) ? WRITES : NOTHING;
  }
}
