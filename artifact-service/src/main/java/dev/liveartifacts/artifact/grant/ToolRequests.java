package dev.liveartifacts.artifact.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Turns the names in a page into requests for tools. */
@Singleton
public class ToolRequests {
  private final ConnectorsClient connectors;

  ToolRequests(ConnectorsClient connectors) {
    this.connectors = connectors;
  }

  /**
   * @param displayNames from a server's id in tool names to the name that people know it by
   */
  public Uni<List<RequestedTool>> read(
      List<String> names, Map<String, String> displayNames, String token) {
    return names.isEmpty()
        ? Uni.createFrom().item(List.of())
        : connectors.all(token).map(known -> guess(names, new ToolGuess(known, displayNames)));
  }

  private static List<RequestedTool> guess(List<String> names, ToolGuess guess) {
    return names.stream()
        .map(ToolName::new)
        .map(name -> new RequestedTool(name, guess.guess(name).orElse(null)))
        .toList();
  }
}
