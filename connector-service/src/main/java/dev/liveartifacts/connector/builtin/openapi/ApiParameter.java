package dev.liveartifacts.connector.builtin.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A parameter of an operation.
 *
 * @param argument what the tool calls it; unique within the tool
 * @param name what the service calls it
 * @param explode lists as one parameter per item, else in one, between commas
 */
public record ApiParameter(
    String argument,
    String name,
    Place place,
    boolean required,
    boolean explode,
    ObjectNode schema) {}
