package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.mcp.ToolCall;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.shape.Shapes;
import dev.liveartifacts.contracts.call.Freshness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls of tools that only read: fresh from the cache, else by one flight, else the last good. */
@ApplicationScoped
public class CachedCalls {
  private final ResultCache results;
  private final SingleFlight flights;
  private final Upstream upstream;
  private final Shapes shapes;
  private final CallMetrics metrics;
  private final CallConfig config;
  private final Clock clock;

  public CachedCalls(
      ResultCache results,
      SingleFlight flights,
      Upstream upstream,
      Shapes shapes,
      CallMetrics metrics,
      CallConfig config,
      Clock clock) {
    this.results = results;
    this.flights = flights;
    this.upstream = upstream;
    this.shapes = shapes;
    this.metrics = metrics;
    this.config = config;
    this.clock = clock;
  }

  Uni<Outcome> outcome(Call call, Tool tool, Reach reach, String personId, String callKey) {
    FlightKey key = FlightKey.of(config.workspace(), reach, call.tool(), callKey);
    ToolCall toolCall = ToolCall.of(tool, call.arguments());
    Supplier<Uni<Landing>> made =
        () -> upstream.call(reach, personId, toolCall).chain(landing -> shaped(callKey, landing));
    return switch (call.freshness()) {
      case LIVE -> flown(key, call.freshness(), made);
      case CACHED ->
          results
              .find(key)
              .invoke(found -> metrics.looked(found.isPresent(), isFresh(found)))
              .chain(found ->
                  isFresh(found)
                      ? Uni.createFrom().item(Outcome.cached(found.orElseThrow()))
                      : flown(key, call.freshness(), made));
    };
  }

  private boolean isFresh(Optional<StoredResult> found) {
    return found.isPresent() && found.get().isFreshAt(clock.instant());
  }

  private Uni<Outcome> flown(FlightKey key, Freshness freshness, Supplier<Uni<Landing>> made) {
    return flights.fly(key, freshness, made).chain(landing -> settled(landing, key));
  }

  /** A result is kept with the hash of its shape, which is found out once. */
  private Uni<Landing> shaped(String callKey, Landing landing) {
    return landing instanceof Landing.Landed(StoredResult result)
        ? shapes
            .of(callKey, result.json())
            .map(hash -> new Landing.Landed(result.shaped(hash.orElse(null))))
        : Uni.createFrom().item(landing);
  }

  private Uni<Outcome> settled(Landing landing, FlightKey key) {
    return Outcome.wantsLastGood(landing)
        ? results.find(key).map(lastGood -> Outcome.of(landing, lastGood))
        : Uni.createFrom().item(Outcome.of(landing, Optional.empty()));
  }
}
