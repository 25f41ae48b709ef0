package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A call that ends here, with the texts that pages compare.
 *
 * @param tool what was meant, if it is known
 */
record Refusal(CallError error, String name, @Nullable AllowedTool tool) implements Verdict {

  static Refusal notInAllowlist(String name) {
    return of(
        ErrorCode.NOT_GRANTED,
        "Tool \"" + name + "\" is not in this artifact's mcp_tools allowlist.",
        name,
        null);
  }

  static Refusal argumentsNoObject(String name) {
    return of(ErrorCode.BAD_REQUEST, "Tool args must be an object.", name, null);
  }

  static Refusal confirmationNeeded(String name, AllowedTool tool) {
    return of(
        ErrorCode.APPROVAL_REQUIRED,
        "Tool \"" + name + "\" changes data: it needs your confirmation.",
        name,
        tool);
  }

  static Refusal rateLimited(String name, AllowedTool tool, long retryAfterMillis) {
    return new Refusal(
        new CallError(
            ErrorCode.RATE_LIMITED,
            "Artifact MCP rate limit exceeded — try again shortly.",
            true,
            retryAfterMillis),
        name,
        tool);
  }

  static Refusal serviceAway(String name, AllowedTool tool) {
    return of(
        ErrorCode.SERVER_UNAVAILABLE,
        tool.connectorName() + " cannot be reached right now. Try again in a moment.",
        name,
        tool);
  }

  static Refusal tooLarge(String name, AllowedTool tool) {
    return of(
        ErrorCode.UPSTREAM_ERROR,
        "The result is larger than 8 MiB, which is the limit for one call.",
        name,
        tool);
  }

  static Refusal notUnderstood(String name, AllowedTool tool) {
    return of(
        ErrorCode.UPSTREAM_ERROR,
        tool.connectorName() + " could not be asked. Look at it under Connectors.",
        name,
        tool);
  }

  static Refusal nothingChangesThen(String name, AllowedTool tool) {
    return of(
        ErrorCode.BAD_REQUEST,
        "This page shows an earlier day, and nothing can be changed in it. Go back to now first.",
        name,
        tool);
  }

  static Refusal nothingChangesAsViewer(String name, AllowedTool tool) {
    return of(
        ErrorCode.BAD_REQUEST,
        "You see this page as others do, and nothing can be changed in it. Go back to your own view first.",
        name,
        tool);
  }

  static Refusal viewersOwn(String name, AllowedTool tool) {
    return of(
        ErrorCode.BAD_REQUEST,
        "Here everyone sees what their own connection to " + tool.connectorName() + " answers.",
        name,
        tool);
  }

  static Refusal notAskedThen(String name, AllowedTool tool) {
    return of(
        ErrorCode.UPSTREAM_ERROR,
        tool.connectorName()
            + " was not asked this in the refresh of that day, so there is nothing to show.",
        name,
        tool);
  }

  static Refusal failedThen(String name, AllowedTool tool, @Nullable CallError then) {
    return of(
        ErrorCode.UPSTREAM_ERROR,
        tool.connectorName()
            + " gave no answer that day: "
            + (then == null ? "the reason is not known." : then.message()),
        name,
        tool);
  }

  static Refusal noSnapshot(String name, AllowedTool tool) {
    return of(
        ErrorCode.UPSTREAM_ERROR,
        "The data of that day is not kept any more, or it is not shared with you."
            + " Go back to now, or choose another day.",
        name,
        tool);
  }

  /** As it stands in {@code Live-Error}. */
  String code() {
    return Call.JSON.convertValue(error.code(), String.class);
  }

  /** In the form that connector-service gives a failed answer. */
  ObjectNode answer() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode answer = json.objectNode();
    answer.put("outcome", "failed");
    answer.put("connectorId", tool == null ? null : tool.connectorId().toString());
    answer.put("connector", tool == null ? "" : tool.connectorName());
    answer.put("tool", tool == null ? name : tool.tool());
    answer.putNull("storedAt").put("cached", false).put("durationMillis", 0);
    answer.putPOJO("error", error);
    ObjectNode result = answer.putObject("result");
    result.putArray("content").addObject().put("type", "text").put("text", error.message());
    result.put("isError", true);
    return answer;
  }

  private static Refusal of(ErrorCode code, String text, String name, @Nullable AllowedTool tool) {
    return new Refusal(CallError.of(code, text), name, tool);
  }
}
