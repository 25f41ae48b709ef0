package dev.liveartifacts.connector.tool;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.replica.SharedCache;
import dev.liveartifacts.connector.work.CallerContext;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lists of tools in memory, told by Redis when another replica found one changed: a tool that turns
 * from reading to writing is treated so everywhere at once.
 */
@ApplicationScoped
public class ToolCache {
  private static final String CHANNEL = "live:tools";

  private final SharedCache shared;
  private final AsyncCache<Key, ToolList> lists;

  public ToolCache(SharedCache shared, ToolConfig config) {
    this.shared = shared;
    this.lists =
        Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(config.remember()).buildAsync();
    shared.listen(CHANNEL, id -> forget(UUID.fromString(id)));
  }

  Uni<ToolList> get(Reach reach, Supplier<Uni<ToolList>> load) {
    return CallerContext.keep(
        Uni.createFrom()
            .completionStage(() ->
                lists
                    .get(Key.of(reach), (key, executor) -> load.get().subscribeAsCompletionStage())
                    .copy()));
  }

  /** Remembers a list, and tells the other replicas if it is news. */
  Uni<Void> put(Reach reach, ToolList list) {
    CompletableFuture<ToolList> before = lists.getIfPresent(Key.of(reach));
    boolean news =
        before == null
            || !before.isDone()
            || before.isCompletedExceptionally()
            || !before.resultNow().isSameAs(list);
    lists.put(Key.of(reach), CompletableFuture.completedFuture(list));
    return news ? tell(reach.connector().id()) : Uni.createFrom().voidItem();
  }

  /** Says to every replica that what it remembers of a connector, or of a connection, is old. */
  Uni<Void> changed(UUID id) {
    forget(id);
    return tell(id);
  }

  private Uni<Void> tell(UUID id) {
    return shared
        .ask(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(id.toString()))
        .replaceWithVoid();
  }

  private void forget(UUID id) {
    lists
        .asMap()
        .keySet()
        .removeIf(key -> key.connectorId().equals(id) || key.connectionId().equals(id));
  }

  private record Key(UUID connectorId, UUID connectionId, int generation) {
    static Key of(Reach reach) {
      Connection connection = reach.connection();
      return new Key(reach.connector().id(), connection.id(), connection.generation());
    }
  }
}
