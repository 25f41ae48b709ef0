package dev.liveartifacts.artifact.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the events of a description as a browser does. */
final class Onlooker {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> LAST = Set.of("done", "failed", "over");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI app;
  private final String token;

  Onlooker(URI app, String token) {
    this.app = app;
    this.token = token;
  }

  /** One event. */
  record Seen(int id, String name, JsonNode data) {}

  List<Seen> follow(String id, BiConsumer<String, JsonNode> each) {
    return follow(id, 0, each);
  }

  /** To its last event, over as many lines as that takes. */
  List<Seen> follow(String id, int after, BiConsumer<String, JsonNode> each) {
    List<Seen> seen = new ArrayList<>(line(id, after, each));
    while (seen.isEmpty() || !LAST.contains(seen.getLast().name())) {
      int at = seen.stream().mapToInt(Seen::id).max().orElse(after);
      seen.addAll(line(id, at, each));
    }
    return seen;
  }

  private List<Seen> line(String id, int after, BiConsumer<String, JsonNode> each) {
    HttpRequest request =
        HttpRequest.newBuilder(app.resolve("/api/descriptions/" + id + "/events?after=" + after))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .build();
    try (Stream<String> lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
      return read(lines.iterator(), each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Seen> read(Iterator<String> lines, BiConsumer<String, JsonNode> each)
      throws IOException {
    List<Seen> seen = new ArrayList<>();
    String name = "";
    int id = 0;
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("event:")) {
        name = line.substring(6).strip();
      } else if (line.startsWith("id:")) {
        id = Integer.parseInt(line.substring(3).strip());
      } else if (line.startsWith("data:")) {
        JsonNode data = JSON.readTree(line.substring(5));
        seen.add(new Seen(id, name, data));
        each.accept(name, data);
        if (LAST.contains(name)) {
          break;
        }
      }
    }
    return seen;
  }

  static List<Seen> named(List<Seen> seen, String name) {
    return seen.stream().filter(one -> one.name().equals(name)).toList();
  }

  static String words(List<Seen> seen) {
    return named(seen, "step").stream()
        .map(one -> one.data().get("text").asText())
        .collect(Collectors.joining("\n"));
  }
}
