package dev.liveartifacts.local.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The public HTTP API of artifact-service, as one person. */
final class ArtifactApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String origin;
  private final String accessToken;

  ArtifactApi(String origin, String accessToken) {
    this.origin = origin;
    this.accessToken = accessToken;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  JsonNode put(String path, JsonNode body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + accessToken)
        .header("Accept", "application/json")
        .header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new SeedFailure(
            request.method() + " " + request.uri().getPath() + " answered " + reason(response));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new SeedFailure(
          request.method() + " " + request.uri().getPath() + " failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SeedFailure("Interrupted while preparing the first artifacts");
    }
  }

  private static String reason(HttpResponse<String> response) {
    try {
      String detail = JSON.readTree(response.body()).path("detail").asText();
      return response.statusCode() + (detail.isEmpty() ? "" : ": " + detail);
    } catch (JsonProcessingException e) {
      return Integer.toString(response.statusCode());
    }
  }
}
