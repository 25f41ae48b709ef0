package dev.liveartifacts.artifact.mapping;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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
   * @param choices what the person has said about some of them
   */
  public Uni<List<RequestedTool>> read(
      List<String> names, UnaryOperator<String> displayName, List<Choice> choices, String token) {
    return names.isEmpty()
        ? Uni.createFrom().item(List.of())
        : connectors.all(token).map(known -> requests(names, displayName, choices, known));
  }

  /** The same for a page that is not saved yet, with everything that each name could mean. */
  public Uni<List<Found>> inspect(
      List<String> names, UnaryOperator<String> displayName, String token) {
    return names.isEmpty()
        ? Uni.createFrom().item(List.of())
        : connectors.all(token).map(known -> inspected(names, new ToolGuess(known, displayName)));
  }

  private static List<Found> inspected(List<String> names, ToolGuess guess) {
    return names.stream().map(ToolName::new).map(name -> Found.of(name, guess)).toList();
  }

  private static List<RequestedTool> requests(
      List<String> names,
      UnaryOperator<String> displayName,
      List<Choice> choices,
      List<ConnectorTools> known) {
    ToolGuess guess = new ToolGuess(known, displayName);
    return names.stream()
        .map(ToolName::new)
        .map(name ->
            new RequestedTool(
                name, chosen(name, choices, known).or(() -> guess.guess(name)).orElse(null)))
        .toList();
  }

  private static Optional<Mapping> chosen(
      ToolName name, List<Choice> choices, List<ConnectorTools> known) {
    return choices.stream()
        .filter(choice -> choice.name().equals(name.text()))
        .findFirst()
        .flatMap(choice ->
            known.stream()
                .filter(connector -> connector.id().equals(choice.connectorId()))
                .findFirst()
                .flatMap(connector ->
                    mapping(connector, choice.tool() == null ? name.tool() : choice.tool())));
  }

  private static Optional<Mapping> mapping(ConnectorTools connector, String tool) {
    return connector.tools().isEmpty()
        ? Optional.of(Mapping.unseen(connector, tool))
        : connector.tool(tool).map(found -> Mapping.known(connector, found));
  }
}
