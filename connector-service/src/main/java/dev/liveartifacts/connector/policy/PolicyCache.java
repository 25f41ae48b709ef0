package dev.liveartifacts.connector.policy;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.replica.SharedCache;
import dev.liveartifacts.connector.work.CallerContext;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Policies in memory, so that a cached call needs no PostgreSQL. At most two seconds old, and told
 * by Redis when another replica changed one.
 */
@ApplicationScoped
public class PolicyCache {
  private static final Duration OLDEST = Duration.ofSeconds(2);
  private static final String CHANNEL = "live:policies";

  private final PolicyStore store;
  private final SharedCache shared;
  private final AsyncCache<UUID, Policies> policies =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(OLDEST).buildAsync();

  public PolicyCache(PolicyStore store, SharedCache shared) {
    this.store = store;
    this.shared = shared;
    shared.listen(CHANNEL, id -> forget(UUID.fromString(id)));
  }

  public Uni<Policies> of(UUID connectorId) {
    return CallerContext.keep(
        Uni.createFrom()
            .completionStage(() ->
                policies
                    .get(connectorId, (id, executor) -> store.find(id).subscribeAsCompletionStage())
                    .copy()));
  }

  Uni<Void> put(UUID connectorId, ConnectorPolicy policy) {
    return store.put(connectorId, policy).chain(() -> changed(connectorId));
  }

  public Uni<Void> put(UUID connectorId, String tool, @Nullable Policy policy) {
    return store.put(connectorId, tool, policy).chain(() -> changed(connectorId));
  }

  private Uni<Void> changed(UUID connectorId) {
    forget(connectorId);
    return shared
        .ask(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(connectorId.toString()))
        .replaceWithVoid();
  }

  private void forget(UUID connectorId) {
    policies.synchronous().invalidate(connectorId);
  }
}
