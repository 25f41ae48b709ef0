package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An operation that a connector offers.
 *
 * @param readOnly the server's own word ({@code readOnlyHint}); without it a tool counts as writing
 * @param schemaHash SHA-256 of the canonical JSON of input schema and annotations, in lower-case
 *     hex: another hash is another tool to whoever granted it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tool(
    String name,
    @Nullable String title,
    @Nullable String description,
    boolean readOnly,
    JsonNode annotations,
    JsonNode inputSchema,
    @Nullable JsonNode outputSchema,
    String schemaHash) {
  /** The same tool, counted as reading or as writing. */
  public Tool treatedAs(boolean reading) {
    return reading == readOnly
        ? this
        : new Tool(
            name, title, description, reading, annotations, inputSchema, outputSchema, schemaHash);
  }
}
