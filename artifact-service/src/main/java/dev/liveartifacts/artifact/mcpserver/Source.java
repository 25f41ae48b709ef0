package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Something that an MCP client can read here. */
public interface Source {
  /** The resources that have an address of their own. */
  List<ObjectNode> resources();

  /** Addresses with a place for what is wanted. */
  default List<ObjectNode> templates() {
    return List.of();
  }

  /** Empty if it is nothing of this source's; a content of {@code resources/read} otherwise. */
  Optional<Uni<ObjectNode>> read(String uri, Caller caller);

  /** What may stand at the place in one of the templates. */
  default Uni<List<String>> complete(String template, String begun, Caller caller) {
    return Uni.createFrom().item(List.of());
  }
}
