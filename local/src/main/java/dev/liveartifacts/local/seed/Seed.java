package dev.liveartifacts.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What new data starts with: the demo connectors, and every template as an artifact of Ada's that
 * the workspace can see. Goes the public way, and leaves alone what is there already.
 */
public final class Seed {
  private static final Map<String, String> CONNECTORS =
      new TreeMap<>(
          Map.of(
              "Acme CRM", "/crm/mcp",
              "Acme ERP", "/erp/mcp",
              "Acme Calendar", "/calendar/mcp",
              "Acme Projects", "/projects/mcp"));

  private final ArtifactApi api;

  private Seed(ArtifactApi api) {
    this.api = api;
  }

  /**
   * Makes everything, unless the mark says that it was made before. A failure is said in words and
   * tried again at the next start.
   */
  public static void once(
      Path mark, String origin, String accessToken, String demoUrl, Consumer<String> say) {
    if (Files.exists(mark)) {
      return;
    }
    try (ArtifactApi api = new ArtifactApi(origin, accessToken)) {
      say.accept("  Preparing the demo connectors and the first artifacts …");
      new Seed(api).all(demoUrl);
      Files.createFile(mark);
    } catch (SeedFailure e) {
      say.accept(
          "  The first artifacts are missing ("
              + e.getMessage()
              + "); the next start tries again.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void all(String demoUrl) {
    Map<String, String> connectorIds = connectors(demoUrl);
    Set<String> present = titles();
    for (JsonNode template : api.get("/api/templates")) {
      if (!present.contains(template.path("title").asText())) {
        artifact(template.path("name").asText(), connectorIds);
      }
    }
  }

  private Map<String, String> connectors(String demoUrl) {
    Map<String, String> ids = new TreeMap<>();
    for (JsonNode connector : api.get("/api/connectors")) {
      ids.put(connector.path("name").asText(), connector.path("id").asText());
    }
    CONNECTORS.forEach(
        (name, path) -> ids.computeIfAbsent(name, missing -> connector(missing, demoUrl + path)));
    return ids;
  }

  private String connector(String name, String endpoint) {
    ObjectNode connector = ArtifactApi.object();
    connector.put("name", name).put("endpoint", endpoint);
    connector.put("scope", "workspace").put("signIn", "none");
    return api.post("/api/connectors", connector).path("id").asText();
  }

  private Set<String> titles() {
    Set<String> titles = new HashSet<>();
    api.get("/api/artifacts?scope=mine").forEach(card -> titles.add(card.path("title").asText()));
    return titles;
  }

  private void artifact(String template, Map<String, String> connectorIds) {
    String id = api.post("/api/templates/" + template, ArtifactApi.object()).path("id").asText();
    JsonNode tools = api.get("/api/artifacts/" + id).path("tools");
    api.put("/api/artifacts/" + id + "/tools", grants(tools, connectorIds));
    ObjectNode share = ArtifactApi.object().put("kind", "workspace").put("role", "viewer");
    api.post("/api/artifacts/" + id + "/shares", share);
  }

  private static ObjectNode grants(JsonNode tools, Map<String, String> connectorIds) {
    ObjectNode body = ArtifactApi.object();
    ArrayNode grants = body.putArray("tools");
    for (JsonNode tool : tools) {
      String connectorId = connectorOf(tool, connectorIds);
      if (!connectorId.isEmpty()) {
        grants
            .addObject()
            .put("name", tool.path("name").asText())
            .put("connectorId", connectorId)
            .put("granted", true);
      }
    }
    return body;
  }

  /** The one that artifact-service mapped the tool to, else the one whose name is in the tool's. */
  static String connectorOf(JsonNode tool, Map<String, String> connectorIds) {
    String mapped = tool.path("connectorId").asText("");
    if (!mapped.isEmpty() && !mapped.equals("null")) {
      return mapped;
    }
    String name = letters(tool.path("name").asText());
    return connectorIds.entrySet().stream()
        .filter(connector -> name.contains(letters(connector.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
