package dev.liveartifacts.artifact.mapping;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns the names in a page into requests for tools. */
@Singleton
public class ToolRequests {
  private final ConnectorsClient connectors;

  ToolRequests(ConnectorsClient connectors) {
    this.connectors = connectors;
  }

  /**
   * Guesses what each name means, with the connectors that the token's person can use.
   *
   * @param displayName from a server's id in tool names to the name that people know it by
   */
  public Uni<List<RequestedTool>> read(
      List<String> names, UnaryOperator<String> displayName, String token) {
    return names.isEmpty()
        ? Uni.createFrom().item(List.of())
        : connectors.all(token).map(known -> guess(names, new ToolGuess(known, displayName)));
  }

  private static List<RequestedTool> guess(List<String> names, ToolGuess guess) {
    return names.stream()
        .map(ToolName::new)
        .map(name -> new RequestedTool(name, guess.guess(name).orElse(null)))
        .toList();
  }
}
