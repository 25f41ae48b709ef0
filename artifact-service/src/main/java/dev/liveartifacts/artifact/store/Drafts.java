package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.ToolRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Reads pages, off the event loop: a page may be large. */
@Singleton
class Drafts {
  private final Vertx vertx;
  private final ToolRequests requests;

  Drafts(Vertx vertx, ToolRequests requests) {
    this.vertx = vertx;
    this.requests = requests;
  }

  Uni<Draft> read(Brought page, String token) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> Read.of(page.html()), false).toCompletionStage())
        .flatMap(read ->
            requests
                .read(
                    names(read.facts().tools(), page.asked()),
                    read.facts().servers()::of,
                    page.choices(),
                    token)
                .map(tools -> new Draft(read.text(), read.facts(), tools)));
  }

  private static List<String> names(List<String> inPage, List<String> asked) {
    return Stream.concat(inPage.stream(), asked.stream()).distinct().toList();
  }

  private record Read(PageText text, PageFacts facts) {
    static Read of(String html) {
      return new Read(PageText.of(html), PageFacts.of(html));
    }
  }
}
