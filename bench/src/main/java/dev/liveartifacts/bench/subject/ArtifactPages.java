package dev.liveartifacts.bench.subject;

import dev.liveartifacts.bench.load.Target;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Artifacts that may ask the demo CRM, and their way there: through the bridge and the cache. There
 * are many, and they are asked in turn, because the bridge lets no single one make this many calls.
 * All share one cached answer.
 */
public final class ArtifactPages {
  private static final int COUNT = 600;
  private static final String CONNECTOR = "Acme CRM";
  private static final String PREFIX = "mcp__acme-crm__";

  private final Http http;
  private final String origin;
  private final int port;
  private final Map<String, String> bearer;
  private final List<String> paths;

  private ArtifactPages(
      Http http, String origin, int port, Map<String, String> bearer, List<String> paths) {
    this.http = http;
    this.origin = origin;
    this.port = port;
    this.bearer = bearer;
    this.paths = paths;
  }

  /** Makes artifacts that ask for the tools of these calls, and grants them. */
  public static ArtifactPages create(
      Http http, String origin, int port, String accessToken, List<ToolCall> calls) {
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + accessToken);
    List<String> tools = calls.stream().map(ToolCall::tool).distinct().toList();
    JsonObject grants = grants(tools, connectorId(http, origin, bearer));
    List<String> paths =
        IntStream.range(0, COUNT)
            .parallel()
            .mapToObj(i -> create(http, origin, bearer, tools, grants) + "/calls")
            .toList();
    return new ArtifactPages(http, origin, port, bearer, paths);
  }

  /** The call from the cache; it is there when this returns. */
  public Target cached(ToolCall call) {
    String answer = http.send("POST", origin + paths.getFirst(), bearer, request(call)).body();
    return target("artifact-service, cached", request(call), Buffer.buffer(answer).length() / 2);
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
        paths,
        List.of(
            Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                bearer.getOrDefault("Authorization", ""))),
        List.of(request.toBuffer()),
        Map.entry("Live-Outcome", "fresh"),
        leastBytes);
  }

  private static String create(
      Http http, String origin, Map<String, String> bearer, List<String> tools, JsonObject grants) {
    JsonObject draft = JsonObject.of("title", "Bench", "html", html(tools));
    String made = http.send("POST", origin + "/api/artifacts", bearer, draft).body();
    String path = "/api/artifacts/" + new JsonObject(made).getString("id");
    http.send("PUT", origin + path + "/tools", bearer, grants);
    return path;
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
