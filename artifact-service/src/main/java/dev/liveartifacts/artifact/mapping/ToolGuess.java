package dev.liveartifacts.artifact.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Guesses which connector a page means: by the server's name in the tool's name, by the display
 * name that the page gives for it, and at last by who alone has such a tool. Only ever a proposal;
 * the owner grants.
 */
final class ToolGuess {
  private static final int SHORTEST_PART = 3;
  private static final int MOST_CANDIDATES = 20;

  private final List<ConnectorTools> connectors;
  private final UnaryOperator<String> displayName;

  /**
   * @param displayName from a server's id in tool names to the name that people know it by
   */
  ToolGuess(List<ConnectorTools> connectors, UnaryOperator<String> displayName) {
    this.connectors = connectors;
    this.displayName = displayName;
  }

  Optional<Mapping> guess(ToolName name) {
    List<ToolName.Reading> readings = name.valid() ? name.readings() : List.of();
    return first(readings, this::byName).or(() -> first(readings, this::byTool));
  }

  /** Everything that the name could mean: those that have the tool, best guess first. */
  List<Mapping> candidates(ToolName name) {
    List<ToolName.Reading> readings = name.valid() ? name.readings() : List.of();
    return Stream.concat(
            guess(name).stream(),
            readings.stream()
                .flatMap(reading ->
                    connectors.stream()
                        .flatMap(connector -> mapping(connector, reading.tool()).stream())))
        .distinct()
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static Optional<Mapping> first(
      List<ToolName.Reading> readings, Function<ToolName.Reading, Optional<Mapping>> way) {
    return readings.stream().map(way).flatMap(Optional::stream).findFirst();
  }

  private Optional<Mapping> byName(ToolName.Reading reading) {
    String server = plain(reading.server());
    String display = plain(displayName.apply(reading.server()));
    return Stream.<Predicate<String>>of(
            server::equals,
            display::equals,
            name -> partly(server, name),
            name -> partly(display, name))
        .flatMap(matches -> connectors.stream().filter(connector -> called(connector, matches)))
        .flatMap(connector -> mapping(connector, reading.tool()).stream())
        .findFirst();
  }

  private Optional<Mapping> byTool(ToolName.Reading reading) {
    List<Mapping> having =
        connectors.stream()
            .flatMap(c -> c.tool(reading.tool()).map(tool -> Mapping.known(c, tool)).stream())
            .toList();
    return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
  }

  private static Optional<Mapping> mapping(ConnectorTools connector, String tool) {
    return connector.tools().isEmpty()
        ? Optional.of(Mapping.unseen(connector, tool))
        : connector.tool(tool).map(found -> Mapping.known(connector, found));
  }

  private static boolean called(ConnectorTools connector, Predicate<String> matches) {
    return matches.test(plain(connector.slug())) || matches.test(plain(connector.name()));
  }

  private static boolean partly(String one, String other) {
    return Math.min(one.length(), other.length()) >= SHORTEST_PART
        && (one.contains(other) || other.contains(one));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
