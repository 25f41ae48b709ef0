package dev.liveartifacts.artifact.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.html.Rewritten;
import dev.liveartifacts.artifact.html.Transformation;
import dev.liveartifacts.artifact.library.Shelf;
import dev.liveartifacts.artifact.store.PageText;
import dev.liveartifacts.artifact.store.VersionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Pages ready for the sandbox. A text never changes, so each is made ready once and kept a while.
 */
@Singleton
class RewrittenPages {
  private static final long MOST_CHARACTERS = 48L * 1024 * 1024;

  private final Vertx vertx;
  private final VersionStore versions;
  private final Transformation transformation;
  private final Cache<Buffer, Rewritten> recent =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .<Buffer, Rewritten>weigher((hash, page) -> page.rest().length() + 1_000)
          .build();

  RewrittenPages(Vertx vertx, VersionStore versions, Shelf shelf) {
    this.vertx = vertx;
    this.versions = versions;
    this.transformation = new Transformation(shelf);
  }

  Uni<Rewritten> of(Buffer sha256) {
    return of(sha256, () -> versions.gzip(sha256));
  }

  /**
   * A text that is kept elsewhere than with the versions.
   *
   * @param gzip asks for it, compressed
   */
  Uni<Rewritten> of(Buffer sha256, Supplier<Uni<Buffer>> gzip) {
    Rewritten known = recent.getIfPresent(sha256);
    return known != null
        ? Uni.createFrom().item(known)
        : gzip.get().flatMap(this::rewrite).invoke(page -> recent.put(sha256, page));
  }

  /** Makes a text ready that is not worth keeping. */
  Uni<Rewritten> rewrite(Buffer gzip) {
    return Uni.createFrom()
        .completionStage(() ->
            vertx
                .executeBlocking(() -> transformation.of(PageText.read(gzip)), false)
                .toCompletionStage());
  }
}
