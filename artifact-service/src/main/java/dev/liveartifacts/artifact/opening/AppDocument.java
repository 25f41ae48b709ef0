package dev.liveartifacts.artifact.opening;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The web app's one document, in two parts with a place between them. */
@Singleton
class AppDocument {
  private static final String PLACE = "</body>";

  private final Optional<Parts> parts = read().map(AppDocument::parts);

  /** Everything but the end, so that a browser fetches what it names; and the end. */
  record Parts(Buffer beginning, Buffer end) {}

  /** Empty where the service runs without its web app. */
  Optional<Parts> parts() {
    return parts;
  }

  private static Parts parts(String html) {
    int place = html.lastIndexOf(PLACE);
    if (place < 0) {
      throw new IllegalStateException("The web app's document has no " + PLACE);
    }
    return new Parts(Buffer.buffer(html.substring(0, place)), Buffer.buffer(html.substring(place)));
  }

  private static Optional<String> read() {
    try (InputStream in =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("META-INF/resources/index.html")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
