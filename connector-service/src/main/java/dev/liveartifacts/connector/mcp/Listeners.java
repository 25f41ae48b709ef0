package dev.liveartifacts.connector.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The streams on which servers tell that their tools changed: one per target that was asked lately,
 * and not more than a bound; whoever was asked longest ago is left first.
 */
final class Listeners {
  private final List<Consumer<ToolsChanged>> observers = new CopyOnWriteArrayList<>();
  private final Cache<TargetKey, Listener> open;

  /**
   * @param most streams that are open at a time
   * @param idle how long a target is listened to after it was last asked
   */
  Listeners(int most, Duration idle) {
    this.open =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterAccess(idle)
            .scheduler(Scheduler.systemScheduler())
            .removalListener(
                (@Nullable TargetKey key, @Nullable Listener listener, RemovalCause cause) -> {
                  if (listener != null) {
                    listener.close();
                  }
                })
            .build();
  }

  void tell(Consumer<ToolsChanged> observer) {
    observers.add(observer);
  }

  /** Listens to a target, unless that is done already; completes when the stream is open. */
  Uni<Void> keep(McpTarget target, ProtocolEra era) {
    return open.get(TargetKey.of(target), key -> new Listener(target, era, this::pass)).opened();
  }

  private void pass(ToolsChanged change) {
    observers.forEach(observer -> observer.accept(change));
  }

  void end(McpTarget target) {
    open.invalidate(TargetKey.of(target));
  }
}
