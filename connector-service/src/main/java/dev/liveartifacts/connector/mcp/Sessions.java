package dev.liveartifacts.connector.mcp;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The open sessions of this replica, one per target, begun once however many ask for it. */
final class Sessions {
  private static final int MOST = 10_000;

  private final AsyncCache<TargetKey, Session> open;

  /**
   * @param farewell is told of a session that nobody needs any more
   */
  Sessions(Duration idle, Consumer<Session> farewell) {
    this.open =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(idle)
            .scheduler(Scheduler.systemScheduler())
            .removalListener(
                (@Nullable TargetKey key, @Nullable Session session, RemovalCause cause) -> {
                  if (session != null && cause.wasEvicted()) {
                    farewell.accept(session);
                  }
                })
            .buildAsync();
  }

  Uni<Session> of(McpTarget target, Supplier<Uni<Session>> begin) {
    return Uni.createFrom()
        .completionStage(() ->
            open.get(
                    TargetKey.of(target),
                    (key, executor) -> begin.get().subscribeAsCompletionStage())
                // Whoever stops waiting must not end the session of the others.
                .copy());
  }

  @SuppressWarnings("ReferenceEquality")
  void forget(McpTarget target, Session session) {
    TargetKey key = TargetKey.of(target);
    var current = open.getIfPresent(key);
    if (current != null && current.getNow(null) == session) {
      open.asMap().remove(key, current);
    }
  }

  /** Takes the session of a target out; null if there is none. */
  @Nullable Session end(McpTarget target) {
    var ended = open.asMap().remove(TargetKey.of(target));
    return ended == null || ended.isCompletedExceptionally() ? null : ended.getNow(null);
  }
}
