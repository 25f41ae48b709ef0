package dev.liveartifacts.connector.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tool of a built-in connector.
 *
 * @param inputSchema JSON Schema 2020-12, of an object
 * @param readOnly as the tool is annotated
 * @param openWorld false for a tool that asks nobody outside this service
 */
public record OfferedTool(
    String name,
    String title,
    String description,
    ObjectNode inputSchema,
    boolean readOnly,
    boolean openWorld) {}
