package dev.liveartifacts.bench.subject;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Single requests, to prepare and to look; what is measured goes another way. */
public final class Http implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  /** Sends JSON and returns the answer; fails unless its status is a good one. */
  public HttpResponse<String> send(
      String method, String url, Map<String, String> headers, JsonObject body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.encode()));
    headers.forEach(request::header);
    return checked(request.build());
  }

  /** Reads what is at an address. */
  public String get(String url, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).GET();
    headers.forEach(request::header);
    return checked(request.build()).body();
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpResponse<String> checked(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new BenchFailure(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(), request.uri(), response.statusCode(), response.body()));
      }
      return response;
    } catch (IOException e) {
      throw new BenchFailure(request.uri() + " does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted while asking " + request.uri());
    }
  }
}
