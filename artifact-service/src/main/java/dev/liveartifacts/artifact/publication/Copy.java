package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.publication.review.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a visitor of a frozen copy gets beside the page itself.
 *
 * @param takenAt when the data is from
 */
record Copy(String title, Instant takenAt, List<Tool> tools, List<Call> calls) {
  Copy {
    tools = List.copyOf(tools);
    calls = List.copyOf(calls);
  }

  /** A tool that the page knows; none of them can be reached from the copy. */
  record Tool(String name, String connector, String tool, boolean readOnly) {
    static Tool of(AllowedTool tool) {
      return new Tool(tool.name(), tool.connectorName(), tool.tool(), tool.readOnly());
    }
  }

  /**
   * A call of the page, and what stays of its result.
   *
   * @param names under which the page may make it
   * @param exact names its arguments, see {@link Fingerprint}
   * @param relative JSON Pointers to the arguments that depend on the day
   * @param loose names the others; null if none depends on the day
   * @param result JSON
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Call(
      List<String> names,
      String connector,
      String tool,
      String exact,
      List<String> relative,
      @Nullable String loose,
      @Nullable Instant storedAt,
      @JsonRawValue String result) {
    static Call of(Draft.Call call, ObjectNode arguments, String result) {
      return new Call(
          call.names(),
          call.connector(),
          call.tool(),
          Fingerprint.of(arguments),
          call.relative(),
          call.relative().isEmpty() ? null : Fingerprint.without(call.relative(), arguments),
          call.storedAt(),
          result);
    }
  }
}
