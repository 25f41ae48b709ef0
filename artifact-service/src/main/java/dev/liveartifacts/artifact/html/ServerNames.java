package dev.liveartifacts.artifact.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The names by which people know the servers that a page calls: pages list them by the server's id,
 * or just list them.
 */
public record ServerNames(Map<String, String> byId, List<String> names) {
  static final ServerNames NONE = new ServerNames(Map.of(), List.of());

  public ServerNames {
    byId = Map.copyOf(byId);
    names = List.copyOf(names);
  }

  static ServerNames of(JsonNode json) {
    Map<String, String> byId =
        json.properties().stream()
            .filter(entry -> entry.getValue().isTextual())
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().textValue()));
    Stream<JsonNode> listed =
        json.isArray() ? StreamSupport.stream(json.spliterator(), false) : Stream.empty();
    return new ServerNames(
        byId, listed.filter(JsonNode::isTextual).map(JsonNode::textValue).toList());
  }

  /** The name of a server in a tool's name; the server itself if the page does not say. */
  public String of(String server) {
    return Optional.ofNullable(byId.get(server))
        .or(() -> names.stream().filter(name -> plain(name).equals(plain(server))).findFirst())
        .or(() -> names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty())
        .orElse(server);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
