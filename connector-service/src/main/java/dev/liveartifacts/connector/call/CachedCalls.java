package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.mcp.ToolCall;
import dev.liveartifacts.connector.register.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Calls of tools that only read: fresh from the cache, else by one flight, else the last good. */
@ApplicationScoped
public class CachedCalls {
  private final ResultCache results;
  private final SingleFlight flights;
  private final Upstream upstream;
  private final CallMetrics metrics;
  private final CallConfig config;
  private final Clock clock;

  public CachedCalls(
      ResultCache results,
      SingleFlight flights,
      Upstream upstream,
      CallMetrics metrics,
      CallConfig config,
      Clock clock) {
    this.results = results;
    this.flights = flights;
    this.upstream = upstream;
    this.metrics = metrics;
    this.config = config;
    this.clock = clock;
  }

  Uni<Outcome> outcome(Call call, Tool tool, Reach reach, String callKey) {
    FlightKey key = FlightKey.of(config.workspace(), reach, call.tool(), callKey);
    return switch (call.freshness()) {
      case LIVE -> flown(call, tool, reach, key);
      case CACHED ->
          results
              .find(key)
              .invoke(found -> metrics.looked(found.isPresent(), isFresh(found)))
              .chain(found -> served(call, tool, reach, key, found));
    };
  }

  private Uni<Outcome> served(
      Call call, Tool tool, Reach reach, FlightKey key, Optional<StoredResult> found) {
    return isFresh(found)
        ? Uni.createFrom().item(Outcome.cached(found.orElseThrow()))
        : flown(call, tool, reach, key);
  }

  private boolean isFresh(Optional<StoredResult> found) {
    return found.isPresent() && found.get().isFreshAt(clock.instant());
  }

  private Uni<Outcome> flown(Call call, Tool tool, Reach reach, FlightKey key) {
    ToolCall toolCall = ToolCall.of(tool, call.arguments());
    return flights
        .fly(key, call.freshness(), () -> upstream.call(reach, toolCall))
        .chain(landing -> settled(landing, key));
  }

  private Uni<Outcome> settled(Landing landing, FlightKey key) {
    return Outcome.wantsLastGood(landing)
        ? results.find(key).map(lastGood -> Outcome.of(landing, lastGood))
        : Uni.createFrom().item(Outcome.of(landing, Optional.empty()));
  }
}
