package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.html.Injection;
import dev.liveartifacts.artifact.html.Rewritten;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Puts a page together for one person, off the event loop. */
@Singleton
public class PageRenderer {
  private final Vertx vertx;
  private final RewrittenPages pages;
  private final RuntimeBundle runtime;
  private final Origins origins;
  private final ObjectMapper json;

  PageRenderer(
      Vertx vertx,
      RewrittenPages pages,
      RuntimeBundle runtime,
      Origins origins,
      ObjectMapper json) {
    this.vertx = vertx;
    this.pages = pages;
    this.runtime = runtime;
    this.origins = origins;
    this.json = json;
  }

  Uni<ServedPage> render(Ticket ticket, boolean acceptsGzip) {
    return pages
        .of(ticket.sha256())
        .flatMap(page -> serve(page, config(ticket, page), acceptsGzip));
  }

  /**
   * Puts a page together that is not saved: it starts with nothing kept, and is not kept itself.
   *
   * @param gzip its compressed text
   */
  public Uni<ServedPage> renderUnsaved(Buffer gzip, String nonce, boolean acceptsGzip) {
    return pages.rewrite(gzip).flatMap(page -> serve(page, unsaved(nonce, page), acceptsGzip));
  }

  private Uni<ServedPage> serve(Rewritten page, PageConfig config, boolean acceptsGzip) {
    return Uni.createFrom()
        .completionStage(() ->
            vertx
                .executeBlocking(() -> ServedPage.of(html(page, config), acceptsGzip), false)
                .toCompletionStage());
  }

  private PageConfig config(Ticket ticket, Rewritten page) {
    return new PageConfig(
        origins.app().toString(),
        ticket.nonce(),
        ticket.artifactId(),
        ticket.title(),
        ticket.storage(),
        page.leftOut());
  }

  private PageConfig unsaved(String nonce, Rewritten page) {
    return new PageConfig(origins.app().toString(), nonce, null, "", "{}", page.leftOut());
  }

  private String html(Rewritten page, PageConfig config) {
    try {
      return page.with(Injection.of(json.writeValueAsString(config), runtime.script()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
