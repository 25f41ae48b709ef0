package dev.liveartifacts.bench.subject;

import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  /**
   * Lets an artifact that nobody made call a connector's {@code list_rows} so many times, with
   * arguments that are others for each run: runs at one time would share the same calls.
   *
   * @param connectorService where permissions are given
   */
  public AskedRuns.Permission delegation(String connectorService, String connector, int calls) {
    String artifact = UUID.randomUUID().toString();
    List<JsonObject> all =
        IntStream.range(0, calls).mapToObj(number -> delegated(connector, number)).toList();
    String given =
        http.send(
                "PUT",
                connectorService + "/delegations/" + artifact,
                bearer,
                JsonObject.of("calls", new JsonArray(all)))
            .body();
    return new AskedRuns.Permission(artifact, new JsonObject(given).getString("delegationId"));
  }

  private static JsonObject delegated(String connector, int number) {
    JsonObject moment = JsonObject.of("path", "/at", "expression", "now:utc-millis");
    return JsonObject.of(
        "connectorId",
        connector,
        "tool",
        "list_rows",
        "arguments",
        JsonObject.of("page", number, "at", ""),
        "relative",
        JsonArray.of(moment));
  }

  /**
   * Makes one call without arguments, as the artifact's page would, and returns its whole answer.
   *
   * @param asOf the snapshot to answer from; null for now
   */
  public String call(String artifact, String tool, @Nullable String asOf) {
    JsonObject call = JsonObject.of("name", tool, "args", new JsonObject());
    return http.send(
            "POST",
            origin + "/api/artifacts/" + artifact + "/calls",
            bearer,
            asOf == null ? call : call.put("asOf", asOf))
        .body();
  }

  /** Whether it is known what a schedule would repeat. */
  public boolean hasRecordedCalls(String artifact) {
    String proposal =
        http.get(origin + "/api/artifacts/" + artifact + "/delegation/proposal", bearer);
    return !new JsonObject(proposal).getJsonArray("calls").isEmpty();
  }

  /** Lets the artifact's calls be repeated, and returns the schedule's id. */
  public String schedule(String artifact, String cron) {
    JsonObject wish = JsonObject.of("cron", cron, "timeZone", "UTC");
    return id(
        http.send("POST", origin + "/api/artifacts/" + artifact + "/schedules", bearer, wish)
            .body());
  }

  /** Asks for a run, and returns its id. */
  public String runNow(String schedule) {
    return id(
        http.send("POST", origin + "/api/schedules/" + schedule + "/run", bearer, new JsonObject())
            .body());
  }

  /** The newest snapshots as History lists them. */
  public String snapshots(String artifact) {
    return http.get(origin + "/api/artifacts/" + artifact + "/snapshots?limit=20", bearer);
  }

  /** Everybody who can sign in may open it. */
  public void shareWithEverybody(String artifact) {
    JsonObject share = JsonObject.of("kind", "workspace", "role", "viewer");
    http.send("POST", origin + "/api/artifacts/" + artifact + "/shares", bearer, share);
  }

  /** Saves another version, of which open pages hear. */
  public void newVersion(String artifact) {
    JsonObject version =
        JsonObject.of("html", "<!doctype html><title>Again</title>", "summary", "Another one");
    http.send("POST", origin + "/api/artifacts/" + artifact + "/versions", bearer, version);
  }

  private static String id(String answer) {
    return new JsonObject(answer).getString("id");
  }
}
