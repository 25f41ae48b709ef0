package dev.liveartifacts.connector.builtin.openapi;

import java.util.List;

/**
 * An operation of a service, as a tool.
 *
 * @param tool lower-case letters, digits and _; unique within the document
 * @param path a template, {@code /deals/{id}}
 */
public record Operation(
    String tool,
    String title,
    String description,
    String method,
    String path,
    List<ApiParameter> parameters) {
  public Operation {
    parameters = List.copyOf(parameters);
  }

  /** RFC 9110, 9.2.1: asking changes nothing. */
  boolean readOnly() {
    return method.equals("GET");
  }
}
