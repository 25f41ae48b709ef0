package dev.liveartifacts.bench.subject;

import io.vertx.core.json.JsonObject;

/**
 * The call that is measured: a tool of the CRM with arguments.
 *
 * @param words what it is, for the table
 */
public record ToolCall(String words, String tool, JsonObject arguments) {}
