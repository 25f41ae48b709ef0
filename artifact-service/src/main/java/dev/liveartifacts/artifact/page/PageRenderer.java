package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.embed.Embedding;
import dev.liveartifacts.artifact.html.Injection;
import dev.liveartifacts.artifact.html.Rewritten;
import dev.liveartifacts.artifact.library.ShelfFiles;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Puts a page together for one person. */
@Singleton
public class PageRenderer {
  private final RewrittenPages pages;
  private final RuntimeBundle runtime;
  private final Origins origins;
  private final List<PageConfig.AddedLibrary> added;
  private final Embedding embedding;
  private final ObjectMapper json;

  PageRenderer(
      RewrittenPages pages,
      RuntimeBundle runtime,
      Origins origins,
      ShelfFiles shelf,
      Embedding embedding,
      ObjectMapper json) {
    this.pages = pages;
    this.runtime = runtime;
    this.origins = origins;
    this.added = PageConfig.libraries(shelf.added());
    this.embedding = embedding;
    this.json = json;
  }

  Uni<ServedPage> render(Ticket ticket) {
    return pages
        .of(ticket.sha256())
        .map(page -> served(page, config(ticket, page), embedding.both(ticket.sites())));
  }

  /**
   * Puts a page together that belongs to nobody's account: it starts with nothing kept, and does
   * not learn whose it is.
   *
   * @param sites web origins that may frame the web app around it
   * @param gzip asks for its compressed text
   */
  public Uni<ServedPage> renderCopy(
      Buffer sha256, String title, String nonce, List<String> sites, Supplier<Uni<Buffer>> gzip) {
    return pages.of(sha256, gzip).map(page -> served(page, detached(nonce, title, page), sites));
  }

  /**
   * Puts a page together that is not saved: it starts with nothing kept, and is not kept itself.
   *
   * @param gzip its compressed text
   */
  public Uni<ServedPage> renderUnsaved(Buffer gzip, String nonce) {
    return pages.rewrite(gzip).map(page -> served(page, detached(nonce, "", page), List.of()));
  }

  private PageConfig config(Ticket ticket, Rewritten page) {
    return new PageConfig(
        origins.app().toString(),
        ticket.nonce(),
        ticket.artifactId(),
        ticket.title(),
        ticket.storage(),
        page.leftOut(),
        added);
  }

  private PageConfig detached(String nonce, String title, Rewritten page) {
    return new PageConfig(
        origins.app().toString(), nonce, null, title, "{}", page.leftOut(), added);
  }

  private ServedPage served(Rewritten page, PageConfig config, List<String> sites) {
    try {
      String injected = Injection.of(json.writeValueAsString(config), runtime.element());
      return new ServedPage(200, page.beginning(injected), page.rest(), sites);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
