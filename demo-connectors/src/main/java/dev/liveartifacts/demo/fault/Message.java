package dev.liveartifacts.demo.fault;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What matters here of a JSON-RPC message.
 *
 * @param id as the sender wrote it; null for a notification or an answer
 * @param method empty if there is none
 * @param tool null unless a tool is called
 */
record Message(@Nullable Object id, String method, @Nullable String tool) {
  static final Message NONE = new Message(null, "", null);

  static Message of(JsonObject json) {
    String method = text(json, "method");
    boolean call = method.equals("tools/call") && json.getValue("params") instanceof JsonObject;
    return new Message(
        json.getValue("id"), method, call ? text(json.getJsonObject("params"), "name") : null);
  }

  /** The tool that is called, else the method. */
  String label() {
    return tool == null ? method : tool;
  }

  private static String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text ? text : "";
  }
}
