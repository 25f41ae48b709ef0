package dev.liveartifacts.artifact.style;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The parts of pages that are made here, and the words that tell a model how to write one. */
@Singleton
public class PageParts {
  private final String stylesheet = read("page.css");
  private final String script = read("page.js");
  private final String guide = read("guide.md");

  /** One small stylesheet of tokens and classes: light and dark, phone and print. */
  public String stylesheet() {
    return stylesheet;
  }

  /** Draws a page from the {@code page-spec} that stands in it. */
  public String script() {
    return script;
  }

  /** How a page is written so that it works and looks like the others, in Markdown. */
  public String guide() {
    return guide;
  }

  private static String read(String name) {
    try (InputStream in = PageParts.class.getClassLoader().getResourceAsStream("pages/" + name)) {
      if (in == null) {
        throw new IllegalStateException("This build has no pages/" + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
