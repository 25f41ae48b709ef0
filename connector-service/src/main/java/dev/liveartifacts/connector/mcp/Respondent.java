package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Whoever answers when a server asks for a person's words while it works (elicitation). */
public interface Respondent {
  /** Nobody is there: servers are not told that they may ask, and hear a no if they do. */
  Respondent NOBODY =
      new Respondent() {
        @Override
        public boolean isPresent() {
          return false;
        }

        @Override
        public Uni<Optional<ObjectNode>> answer(McpTarget target, JsonNode question) {
          return Uni.createFrom().item(Optional.empty());
        }
      };

  boolean isPresent();

  /** What the person filled in, which may be less than was asked for; empty if they decline. */
  Uni<Optional<ObjectNode>> answer(McpTarget target, JsonNode question);
}
