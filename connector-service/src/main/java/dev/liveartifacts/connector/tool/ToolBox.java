package dev.liveartifacts.connector.tool;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.connection.ConnectionHealth;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.McpClient;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.register.Targets;
import dev.liveartifacts.connector.work.CallerContext;
import dev.liveartifacts.connector.work.InFlight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The tools behind a connection: remembered, else stored, else asked for. Fails with {@link
 * dev.liveartifacts.connector.mcp.wire.McpException} if they have to be asked for and are not
 * given.
 */
@ApplicationScoped
public class ToolBox {
  private final McpClient mcp;
  private final Targets targets;
  private final ToolStore store;
  private final ConnectionHealth health;
  private final ToolConfig config;
  private final Clock clock;
  private final AsyncCache<Key, ToolList> remembered;
  private final InFlight<Key, ToolList> asking = new InFlight<>();

  public ToolBox(
      McpClient mcp,
      Targets targets,
      ToolStore store,
      ConnectionHealth health,
      ToolConfig config,
      Clock clock) {
    this.mcp = mcp;
    this.targets = targets;
    this.store = store;
    this.health = health;
    this.config = config;
    this.clock = clock;
    this.remembered =
        Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(config.remember()).buildAsync();
  }

  /** A tool by name; a name that the list lacks is looked for again at the server. */
  public Uni<Optional<Tool>> find(Reach reach, String name) {
    return of(reach)
        .chain(list ->
            list.find(name).isPresent()
                    || !list.isOlderThan(clock.instant().minus(config.lookAgainAfter()))
                ? Uni.createFrom().item(list.find(name))
                : refreshed(reach).map(newer -> newer.find(name)));
  }

  public Uni<ToolList> of(Reach reach) {
    return CallerContext.keep(
        Uni.createFrom()
            .completionStage(
                () -> remembered.get(Key.of(reach), (key, executor) -> load(reach)).copy()));
  }

  /** Asks the server now. */
  public Uni<ToolList> refreshed(Reach reach) {
    Key key = Key.of(reach);
    return asking.join(
        key,
        () ->
            ask(reach)
                .map(tools -> new ToolList(tools, clock.instant()))
                .call(list -> store.save(reach.connection(), list))
                .invoke(list -> remembered.put(key, CompletableFuture.completedFuture(list))));
  }

  private Uni<List<Tool>> ask(Reach reach) {
    return mcp.tools(targets.of(reach))
        .invoke(tools -> health.succeeded(reach.connection()))
        .onFailure(McpException.class)
        .invoke(failure -> note(reach, ((McpException) failure).failure()));
  }

  private void note(Reach reach, McpFailure failure) {
    health.failed(reach.connection(), failure, FailureWords.of(reach.connector().name(), failure));
  }

  private CompletableFuture<ToolList> load(Reach reach) {
    return store
        .find(reach.connection())
        .chain(stored ->
            stored
                .map(list -> Uni.createFrom().item(list).invoke(old -> renew(old, reach)))
                .orElseGet(() -> refreshed(reach)))
        .subscribeAsCompletionStage();
  }

  /** Asks behind the caller's back; a server that is down keeps the list that it had. */
  private void renew(ToolList list, Reach reach) {
    if (list.isOlderThan(clock.instant().minus(config.refreshAfter()))) {
      refreshed(reach).subscribe().with(newer -> {}, failure -> {});
    }
  }

  private record Key(UUID connectionId, int generation) {
    static Key of(Reach reach) {
      Connection connection = reach.connection();
      return new Key(connection.id(), connection.generation());
    }
  }
}
