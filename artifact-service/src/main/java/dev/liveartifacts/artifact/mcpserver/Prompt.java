package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A way to begin, which a person picks in their client. */
public interface Prompt {
  /** {@code name}, {@code title}, {@code description} and {@code arguments} of the protocol. */
  ObjectNode card();

  Uni<? extends Outcome> get(Ask ask);

  /** What an argument may be, the likeliest first. */
  default Uni<List<String>> complete(String argument, String begun, Caller caller) {
    return Uni.createFrom().item(List.of());
  }
}
