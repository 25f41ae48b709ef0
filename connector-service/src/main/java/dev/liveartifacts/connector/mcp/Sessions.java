package dev.liveartifacts.connector.mcp;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** The open sessions of this replica, one per target, begun once however many ask for it. */
final class Sessions {
  private static final int MOST = 10_000;

  private final AsyncCache<Key, Session> open;

  Sessions(Duration idle) {
    this.open = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(idle).buildAsync();
  }

  Uni<Session> of(McpTarget target, Supplier<Uni<Session>> begin) {
    return Uni.createFrom()
        .completionStage(() ->
            open.get(Key.of(target), (key, executor) -> begin.get().subscribeAsCompletionStage())
                // Whoever stops waiting must not end the session of the others.
                .copy());
  }

  @SuppressWarnings("ReferenceEquality")
  void forget(McpTarget target, Session session) {
    Key key = Key.of(target);
    var current = open.getIfPresent(key);
    if (current != null && current.getNow(null) == session) {
      open.asMap().remove(key, current);
    }
  }

  private record Key(UUID connectionId, int generation, URI endpoint) {
    static Key of(McpTarget target) {
      return new Key(target.connectionId(), target.generation(), target.endpoint());
    }
  }
}
