package dev.liveartifacts.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A program that speaks JSON with a part of the system. What is not a success is an error of the
 * test.
 */
final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String origin;
  private final @Nullable String token;

  Api(String origin, @Nullable String token) {
    this.origin = origin;
    this.token = token;
  }

  JsonNode get(String path) {
    return call("GET", path, null);
  }

  JsonNode post(String path, Object body) {
    return call("POST", path, body);
  }

  JsonNode put(String path, Object body) {
    return call("PUT", path, body);
  }

  void delete(String path) {
    call("DELETE", path, null);
  }

  /** A page of a test's own, saved; every tool that it asks for is granted. */
  String saves(String html) {
    String id = post("/api/artifacts", Map.of("html", html)).get("id").asText();
    grantsAll(id);
    return id;
  }

  /** Grants the artifact every tool that it asks for and that a connector has. */
  void grantsAll(String artifact) {
    List<Map<String, Object>> tools =
        get("/api/artifacts/" + artifact)
            .get("tools")
            .valueStream()
            .filter(tool -> !tool.get("state").asText().equals("unmapped"))
            .map(tool -> Map.<String, Object>of("name", tool.get("name").asText(), "granted", true))
            .toList();
    put("/api/artifacts/" + artifact + "/tools", Map.of("tools", tools));
  }

  /**
   * Waits until a call of every reading tool of the artifact is known: that comes after the answer.
   */
  void seesCallsOf(String artifact) {
    long reading =
        get("/api/artifacts/" + artifact)
            .get("tools")
            .valueStream()
            .filter(tool -> tool.get("readOnly").asBoolean())
            .count();
    String proposal = "/api/artifacts/" + artifact + "/delegation/proposal";
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() ->
            get(proposal).get("calls").findValuesAsText("tool").stream().distinct().count()
                == reading);
  }

  /** A new connector without a sign-in, as the server describes it. */
  JsonNode connects(String name, String endpoint, String scope) {
    return post(
        "/api/connectors",
        Map.of("name", name, "endpoint", endpoint, "scope", scope, "signIn", "none"));
  }

  /** The id of the connector with this name. */
  String connector(String name) {
    return get("/api/connectors")
        .valueStream()
        .filter(connector -> connector.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asText();
  }

  HttpResponse<String> send(String method, String path, @Nullable Object body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(origin + path))
              .timeout(Duration.ofSeconds(60))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(JSON.writeValueAsString(body)));
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode call(String method, String path, @Nullable Object body) {
    HttpResponse<String> response = send(method, path, body);
    if (response.statusCode() >= 300) {
      throw new AssertionError(
          method + " " + path + ": " + response.statusCode() + " " + response.body());
    }
    try {
      return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
