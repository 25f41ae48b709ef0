package dev.liveartifacts.artifact.mcpserver.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.mcpserver.Caller;
import dev.liveartifacts.artifact.mcpserver.Source;
import dev.liveartifacts.artifact.style.PageParts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What a model reads so that its page is right at the first try. */
@Singleton
class GuideSource implements Source {
  private static final String MARKDOWN = "text/markdown";

  private final List<Guide> guides;

  GuideSource(PageParts parts) {
    this.guides =
        List.of(
            new Guide(
                "page-contract",
                "The page's contract",
                "How a page fetches data, what it may use, and what it must say about itself. Read"
                    + " it before you write a page.",
                MARKDOWN,
                Content.packed("guides/page-contract.md")),
            new Guide(
                "page-style",
                "Style guide for pages",
                "How a page looks right in light and dark, on a phone and on paper. Read it before"
                    + " you write a page.",
                MARKDOWN,
                parts.guide()),
            new Guide(
                "page.css",
                "Stylesheet of tokens",
                "The small stylesheet that the style guide speaks of, to be put into a page as it"
                    + " is.",
                "text/css",
                parts.stylesheet()));
  }

  private record Guide(
      String name, String title, String description, String mimeType, String text) {
    String uri() {
      return "live://guides/" + name;
    }

    ObjectNode card() {
      ObjectNode card =
          JsonNodeFactory.instance
              .objectNode()
              .put("uri", uri())
              .put("name", name)
              .put("title", title)
              .put("description", description)
              .put("mimeType", mimeType);
      card.putObject("annotations").put("priority", 1.0).putArray("audience").add("assistant");
      return card;
    }
  }

  @Override
  public List<ObjectNode> resources() {
    return guides.stream().map(Guide::card).toList();
  }

  @Override
  public Optional<Uni<ObjectNode>> read(String uri, Caller caller) {
    return guides.stream()
        .filter(guide -> guide.uri().equals(uri))
        .findFirst()
        .map(guide -> Uni.createFrom().item(Content.text(uri, guide.mimeType(), guide.text())));
  }
}
