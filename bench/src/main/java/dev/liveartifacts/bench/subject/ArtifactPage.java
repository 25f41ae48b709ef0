package dev.liveartifacts.bench.subject;

import dev.liveartifacts.bench.load.Target;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An artifact that may ask the demo CRM, and its way there: through the bridge and the cache. */
public final class ArtifactPage {
  private static final String CONNECTOR = "Acme CRM";
  private static final String PREFIX = "mcp__acme-crm__";

  private final Http http;
  private final String origin;
  private final int port;
  private final Map<String, String> bearer;
  private final String path;

  private ArtifactPage(
      Http http, String origin, int port, Map<String, String> bearer, String path) {
    this.http = http;
    this.origin = origin;
    this.port = port;
    this.bearer = bearer;
    this.path = path;
  }

  /** Makes an artifact that asks for the tools of these calls, and grants them. */
  public static ArtifactPage create(
      Http http, String origin, int port, String accessToken, List<ToolCall> calls) {
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + accessToken);
    List<String> tools = calls.stream().map(ToolCall::tool).distinct().toList();
    String id =
        new JsonObject(
                http.send(
                        "POST",
                        origin + "/api/artifacts",
                        bearer,
                        JsonObject.of("title", "Bench", "html", html(tools)))
                    .body())
            .getString("id");
    JsonObject grants = grants(tools, connectorId(http, origin, bearer));
    http.send("PUT", origin + "/api/artifacts/" + id + "/tools", bearer, grants);
    return new ArtifactPage(http, origin, port, bearer, "/api/artifacts/" + id + "/calls");
  }

  /** The call from the cache; it is there when this returns. */
  public Target cached(ToolCall call) {
    int bytes =
        Buffer.buffer(http.send("POST", origin + path, bearer, request(call)).body()).length();
    return target("artifact-service, cached", request(call), bytes / 2);
  }

  /** The call that nobody has made yet. */
  public Target cold(ToolCall call) {
    return target("artifact-service, cold", request(call), 1);
  }

  /** The call past the cache. */
  public Target live(ToolCall call) {
    return target("artifact-service, past the cache", request(call).put("freshness", "live"), 1);
  }

  private Target target(String name, JsonObject request, int leastBytes) {
    return new Target(
        name,
        port,
        "localhost",
        HttpMethod.POST,
        path,
        List.of(withType(bearer)),
        request.toBuffer(),
        Map.entry("Live-Outcome", "fresh"),
        leastBytes);
  }

  private static Map<String, String> withType(Map<String, String> headers) {
    return Map.of(
        "Content-Type", "application/json", "Authorization", headers.get("Authorization"));
  }

  private static JsonObject request(ToolCall call) {
    return JsonObject.of("name", PREFIX + call.tool(), "args", call.arguments());
  }

  private static String connectorId(Http http, String origin, Map<String, String> bearer) {
    return objects(new JsonArray(http.get(origin + "/api/connectors", bearer)))
        .filter(connector -> connector.getString("name").equals(CONNECTOR))
        .map(connector -> connector.getString("id"))
        .findFirst()
        .orElseThrow(() -> new BenchFailure(CONNECTOR + " is not registered."));
  }

  private static JsonObject grants(List<String> tools, String connectorId) {
    List<JsonObject> grants =
        tools.stream()
            .map(tool ->
                JsonObject.of("name", PREFIX + tool, "connectorId", connectorId, "granted", true))
            .toList();
    return JsonObject.of("tools", new JsonArray(grants));
  }

  private static String html(List<String> tools) {
    JsonArray names = new JsonArray(tools.stream().map(tool -> PREFIX + tool).toList());
    JsonObject meta = JsonObject.of("name", "Bench", "schemaVersion", 1, "mcpTools", names);
    return "<!doctype html><title>Bench</title>"
        + "<script type=\"application/json\" id=\"cowork-artifact-meta\">"
        + meta.encode()
        + "</script>";
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
