package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a tool or a prompt is asked to do, and for whom.
 *
 * @param arguments checked against the schema
 * @param responses what the person answered to an earlier {@link Outcome.AskBack}; empty if nothing
 * @param state what came with that question
 */
public record Ask(
    Caller caller,
    ObjectNode arguments,
    Client client,
    JsonNode responses,
    @Nullable String state,
    Progress progress) {

  /** A text argument; null if it was left out. */
  public @Nullable String text(String name) {
    return arguments.path(name).asText(null);
  }

  /** The program that asks. */
  public interface Client {
    /** Says whether it can do such a thing as {@code elicitation} for us. */
    boolean can(String capability);
  }
}
