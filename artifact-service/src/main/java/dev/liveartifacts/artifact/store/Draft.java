package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.RequestedTool;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page on its way into the store: its text, what it says about itself, the tools it asks for. */
record Draft(PageText text, PageFacts facts, List<RequestedTool> tools) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 2_000;

  /** What the person said, else what the page says. */
  String title(@Nullable String said) {
    return first(said, facts.title(), LONGEST_TITLE).orElse("Untitled");
  }

  String description(@Nullable String said) {
    return first(said, facts.description(), LONGEST_DESCRIPTION).orElse("");
  }

  private static Optional<String> first(
      @Nullable String said, @Nullable String found, int longest) {
    return Optional.ofNullable(said)
        .filter(text -> !text.isBlank())
        .or(() -> Optional.ofNullable(found))
        // PostgreSQL keeps no NUL in text
        .map(text -> text.replace("\0", "").strip())
        .map(text -> text.substring(0, Math.min(text.length(), longest)));
  }
}
