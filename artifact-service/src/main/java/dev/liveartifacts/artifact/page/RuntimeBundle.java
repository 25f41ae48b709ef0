package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.html.Injection;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page runtime, built with the web app. */
@Startup
@Singleton
class RuntimeBundle {
  private static final String RESOURCE = "META-INF/resources/runtime/bridge.js";

  private final String element = Injection.runtime(read());

  String element() {
    return element;
  }

  private static String read() {
    try (InputStream in = RuntimeBundle.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "This build has no page runtime: build it with the web app.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
