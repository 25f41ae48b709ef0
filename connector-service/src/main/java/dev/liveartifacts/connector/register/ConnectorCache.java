package dev.liveartifacts.connector.register;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.replica.SharedCache;
import dev.liveartifacts.connector.work.CallerContext;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Connectors and connections in memory, so that a cached call needs no PostgreSQL. At most two
 * seconds old, and told by Redis when another replica changed one.
 */
@ApplicationScoped
public class ConnectorCache {
  private static final Duration OLDEST = Duration.ofSeconds(2);
  private static final String CHANNEL = "live:connectors";

  private final ConnectorStore store;
  private final SharedCache shared;
  private final AsyncCache<Key, Optional<Reach>> reaches =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(OLDEST).buildAsync();

  public ConnectorCache(ConnectorStore store, SharedCache shared) {
    this.store = store;
    this.shared = shared;
    shared.listen(CHANNEL, id -> forget(UUID.fromString(id)));
  }

  /** The connector with the connection that the person uses; empty if it is not theirs to use. */
  public Uni<Optional<Reach>> find(UUID connectorId, String personId) {
    return CallerContext.keep(
        Uni.createFrom()
            .completionStage(() ->
                reaches.get(new Key(connectorId, personId), (key, executor) -> load(key)).copy()));
  }

  /** Says to every replica that what it knows of a connector is old. */
  public Uni<Void> changed(UUID connectorId) {
    forget(connectorId);
    return shared
        .ask(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(connectorId.toString()))
        .replaceWithVoid();
  }

  private CompletableFuture<Optional<Reach>> load(Key key) {
    return store.find(key.connectorId(), key.personId()).subscribeAsCompletionStage();
  }

  private void forget(UUID connectorId) {
    reaches.asMap().keySet().removeIf(key -> key.connectorId().equals(connectorId));
  }

  private record Key(UUID connectorId, String personId) {}
}
