package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.html.Injection;
import dev.liveartifacts.artifact.html.PageExport;
import dev.liveartifacts.artifact.library.Shelf;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A page as one file that brings its reviewed data along, and needs nothing of this system. */
@Startup
@Singleton
class CopyFile {
  private static final String RESOURCE = "META-INF/resources/runtime/frozen.js";

  private final String runtime = Injection.runtime(read());
  private final PageExport export;
  private final ObjectMapper json;

  CopyFile(Shelf shelf, ObjectMapper json) {
    this.export = new PageExport(shelf);
    this.json = json;
  }

  /** Takes a while for a large page: not for an event loop. */
  String of(String page, Copy copy) {
    List<String> tools = copy.tools().stream().map(Copy.Tool::name).toList();
    return export.with(
        Injection.data("__liveCopy", text(copy)) + runtime,
        page,
        new PageExport.About(copy.title(), tools, Map.of()));
  }

  private String text(Copy copy) {
    try {
      return json.writeValueAsString(copy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read() {
    try (InputStream in = CopyFile.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "This build cannot save pages with their data: build it with the web app.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
