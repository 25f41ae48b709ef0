package dev.liveartifacts.connector.tool;

import dev.liveartifacts.connector.connection.ConnectionHealth;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.McpClient;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.mcp.ToolsChanged;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.register.Targets;
import dev.liveartifacts.connector.work.InFlight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The tools behind a connection: remembered, else stored, else asked for. Fails with {@link
 * dev.liveartifacts.connector.mcp.wire.McpException} if they have to be asked for and are not
 * given.
 */
@ApplicationScoped
public class ToolBox {
  private static final Logger LOG = Logger.getLogger(ToolBox.class);

  private final McpClient mcp;
  private final Targets targets;
  private final ToolCache cache;
  private final ToolStore store;
  private final KnownToolStore known;
  private final ConnectionHealth health;
  private final ToolConfig config;
  private final Clock clock;
  private final InFlight<Asking, ToolList> asking = new InFlight<>();

  public ToolBox(
      McpClient mcp,
      Targets targets,
      ToolCache cache,
      ToolStore store,
      KnownToolStore known,
      ConnectionHealth health,
      ToolConfig config,
      Clock clock) {
    this.mcp = mcp;
    this.targets = targets;
    this.cache = cache;
    this.store = store;
    this.known = known;
    this.health = health;
    this.config = config;
    this.clock = clock;
    mcp.onToolsChanged(this::told);
  }

  /** A server says that its tools changed: it is asked before they are used again. */
  private void told(ToolsChanged change) {
    store
        .outdate(change.connectionId())
        .chain(() -> cache.changed(change.connectionId()))
        .subscribe()
        .with(done -> {}, failure -> LOG.warnf("A change of tools was missed: %s", failure));
  }

  /** The list; one that lacks the name is asked for again at the server. */
  Uni<ToolList> containing(Reach reach, String name) {
    return of(reach)
        .chain(list ->
            list.find(name).isPresent()
                    || !list.isOlderThan(clock.instant().minus(config.lookAgainAfter()))
                ? Uni.createFrom().item(list)
                : refreshed(reach));
  }

  public Uni<ToolList> of(Reach reach) {
    return cache.get(reach, () -> load(reach));
  }

  /** Asks the server now. */
  public Uni<ToolList> refreshed(Reach reach) {
    Asking key = new Asking(reach.connection().id(), reach.connection().generation());
    return asking.join(
        key,
        () ->
            ask(reach)
                .map(tools -> ToolList.of(tools, clock.instant()))
                .call(list -> store.save(reach.connection(), list))
                .chain(list -> compared(reach, list))
                .call(list -> cache.put(reach, list)));
  }

  /** What changed about a tool is known from now on. */
  Uni<ToolList> seen(Reach reach, ToolList list, Tool tool) {
    return known
        .seen(reach.connector().id(), tool)
        .chain(() -> compared(reach, list))
        .call(newer -> cache.put(reach, newer));
  }

  private Uni<ToolList> compared(Reach reach, ToolList list) {
    return known.meet(reach.connector().id(), list.tools()).map(list::changed);
  }

  private Uni<List<Tool>> ask(Reach reach) {
    return targets
        .reach(reach, mcp::tools)
        .invoke(tools -> health.succeeded(reach.connection()))
        .onFailure(McpException.class)
        .invoke(failure -> note(reach, ((McpException) failure).failure()));
  }

  private void note(Reach reach, McpFailure failure) {
    health.failed(reach.connection(), failure, FailureWords.of(reach.connector().name(), failure));
  }

  private Uni<ToolList> load(Reach reach) {
    return store
        .find(reach.connection())
        .chain(stored ->
            stored
                .filter(list -> !list.isOutdated())
                .map(list -> compared(reach, list).invoke(old -> renew(old, reach)))
                .orElseGet(() -> refreshed(reach)));
  }

  /** Asks behind the caller's back; a server that is down keeps the list that it had. */
  private void renew(ToolList list, Reach reach) {
    if (list.isOlderThan(clock.instant().minus(config.refreshAfter()))) {
      refreshed(reach).subscribe().with(newer -> {}, failure -> {});
    }
  }

  private record Asking(UUID connectionId, int generation) {}
}
