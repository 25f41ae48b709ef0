package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.html.Injection;
import dev.liveartifacts.artifact.html.Rewritten;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Puts a page together for one person, off the event loop. */
@Singleton
class PageRenderer {
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
    return pages.of(ticket.sha256()).flatMap(page -> serve(ticket, page, acceptsGzip));
  }

  private Uni<ServedPage> serve(Ticket ticket, Rewritten page, boolean acceptsGzip) {
    return Uni.createFrom()
        .completionStage(() ->
            vertx
                .executeBlocking(() -> ServedPage.of(html(ticket, page), acceptsGzip), false)
                .toCompletionStage());
  }

  private String html(Ticket ticket, Rewritten page) {
    return page.with(Injection.of(config(ticket, page), runtime.script()));
  }

  private String config(Ticket ticket, Rewritten page) {
    try {
      return json.writeValueAsString(
          new PageConfig(
              origins.app().toString(),
              ticket.nonce(),
              ticket.artifactId(),
              ticket.title(),
              ticket.storage(),
              page.leftOut()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
