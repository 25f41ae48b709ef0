package dev.liveartifacts.artifact.style;

import jakarta.inject.Singleton;

/** The parts of pages that are made here, and the words that tell a model how to write one. */
@Singleton
public class PageParts {
  private final String skeleton = PackedText.of("pages/page.html");
  private final String stylesheet = PackedText.of("pages/page.css");
  private final String script = JoinedScript.of("pages/script/start.js");
  private final String guide = PackedText.of("pages/guide.md");

  /** A page with {@code {{places}}} for what is particular to it. */
  public String skeleton() {
    return skeleton;
  }

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
}
