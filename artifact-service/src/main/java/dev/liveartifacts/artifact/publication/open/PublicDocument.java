package dev.liveartifacts.artifact.publication.open;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The document that draws frozen copies, built with the web app. */
@Startup
@Singleton
class PublicDocument {
  private static final String RESOURCE = "META-INF/resources/public.html";

  private final String html = read();

  String html() {
    return html;
  }

  private static String read() {
    try (InputStream in = PublicDocument.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "This build cannot show public links: build it with the web app.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
