package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.mapping.ToolRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads pages, off the event loop: a page may be large. */
@Singleton
class Drafts {
  private final Vertx vertx;
  private final ToolRequests requests;

  Drafts(Vertx vertx, ToolRequests requests) {
    this.vertx = vertx;
    this.requests = requests;
  }

  Uni<Draft> read(String html, List<Choice> choices, String token) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> Read.of(html), false).toCompletionStage())
        .flatMap(read ->
            requests
                .read(read.facts().tools(), read.facts().servers()::of, choices, token)
                .map(tools -> new Draft(read.text(), read.facts(), tools)));
  }

  private record Read(PageText text, PageFacts facts) {
    static Read of(String html) {
      return new Read(PageText.of(html), PageFacts.of(html));
    }
  }
}
