package dev.liveartifacts.bench.subject;

import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The product as a program sees it that prepares something to measure: connectors and artifacts.
 */
public final class Workspace {
  private final Http http;
  private final String origin;
  private final Map<String, String> bearer;

  public Workspace(Http http, LocalSystem system) {
    this.http = http;
    this.origin = system.appUrl();
    this.bearer = Map.of("Authorization", "Bearer " + system.accessToken("ada"));
  }

  /** The token that everything is done with, as a header. */
  public Map<String, String> bearer() {
    return bearer;
  }

  /** Registers an MCP server for everybody, without sign-in, and returns its id. */
  public String connector(String name, String endpoint) {
    JsonObject connector =
        JsonObject.of("name", name, "endpoint", endpoint, "scope", "workspace", "signIn", "none");
    return id(http.send("POST", origin + "/api/connectors", bearer, connector).body());
  }

  /**
   * Saves a page and grants it its tools.
   *
   * @param connectors each tool's full name in the page, and the connector that it belongs to
   * @return the artifact's id
   */
  public String artifact(String html, Map<String, String> connectors) {
    JsonObject draft = JsonObject.of("title", "Bench", "html", html);
    String id = id(http.send("POST", origin + "/api/artifacts", bearer, draft).body());
    List<JsonObject> grants =
        connectors.entrySet().stream()
            .map(tool ->
                JsonObject.of(
                    "name", tool.getKey(), "connectorId", tool.getValue(), "granted", true))
            .toList();
    JsonObject tools = JsonObject.of("tools", new JsonArray(grants));
    http.send("PUT", origin + "/api/artifacts/" + id + "/tools", bearer, tools);
    return id;
  }

  private static String id(String answer) {
    return new JsonObject(answer).getString("id");
  }
}
