package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;

/** An open event stream. */
final class Line implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> text = new ConcurrentLinkedQueue<>();
  private final InputStream stream;
  private final CompletableFuture<Void> end;

  Line(URI address, String token) throws Exception {
    this(address, "Authorization", "Bearer " + token);
  }

  Line(URI address, String header, String value) throws Exception {
    HttpResponse<InputStream> response =
        client.send(
            HttpRequest.newBuilder(address).header(header, value).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    stream = response.body();
    end = CompletableFuture.runAsync(this::read);
  }

  void hears(String expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(text()).contains(expected));
  }

  String text() {
    return String.join("", text);
  }

  boolean ended() {
    return end.isDone();
  }

  @Override
  public void close() throws Exception {
    stream.close();
    client.shutdownNow();
  }

  private void read() {
    byte[] buffer = new byte[1_024];
    try {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        text.add(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (java.io.IOException closed) {
      text.add("\n(closed)");
    }
  }
}
