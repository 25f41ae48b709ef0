package dev.liveartifacts.connector.tool;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notes when tools are called, in memory, and writes it down now and then: a call costs no write.
 * What was noted after the last time is lost with the process. Thread-safe.
 */
@Startup
@ApplicationScoped
public class ToolUseLoop {
  private static final Logger LOG = Logger.getLogger(ToolUseLoop.class);
  private static final int MOST = 10_000;

  private final ToolUseStore store;
  private final Clock clock;
  private final Map<Key, Instant> noted = new ConcurrentHashMap<>();
  private final Cancellable loop;

  public ToolUseLoop(ToolUseStore store, ToolConfig config, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.loop =
        Multi.createFrom()
            .ticks()
            .every(config.writeUsesEvery())
            .onOverflow()
            .drop()
            .subscribe()
            .with(tick -> write().subscribe().with(written -> {}));
  }

  /** Names come from tools that exist; should there be too many, some are left out. */
  public void used(UUID connectorId, String tool) {
    Key key = new Key(connectorId, tool);
    if (noted.size() < MOST || noted.containsKey(key)) {
      noted.put(key, clock.instant());
    }
  }

  Uni<Void> write() {
    List<ToolUseStore.Use> uses = drained();
    return uses.isEmpty()
        ? Uni.createFrom().voidItem()
        : store
            .save(uses)
            .onFailure()
            .invoke(
                failure -> LOG.warnf("Uses of tools were not written: %s", failure.getMessage()))
            .onFailure()
            .recoverWithNull();
  }

  private List<ToolUseStore.Use> drained() {
    List<ToolUseStore.Use> uses = new ArrayList<>();
    for (Key key : noted.keySet()) {
      Instant at = noted.remove(key);
      if (at != null) {
        uses.add(new ToolUseStore.Use(key.connectorId(), key.tool(), at.toString()));
      }
    }
    return uses;
  }

  @PreDestroy
  void end() {
    loop.cancel();
  }

  private record Key(UUID connectorId, String tool) {}
}
