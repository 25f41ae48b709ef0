package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.work.InFlight;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.call.Freshness;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes one call for all who ask for the same at the same time, on this replica and on the others.
 * Everyone gets what that call brought, errors included. Without Redis each replica flies alone.
 */
@ApplicationScoped
public class SingleFlight {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration EXTEND_EVERY = FlightCache.LEASE.dividedBy(3);

  private final FlightCache flights;
  private final ResultCache results;
  private final CallConfig config;
  private final Clock clock;
  private final InFlight<Flight, Landing> here = new InFlight<>();

  public SingleFlight(FlightCache flights, ResultCache results, CallConfig config, Clock clock) {
    this.flights = flights;
    this.results = results;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @param freshness with {@link Freshness#CACHED} a result that another flight left meanwhile does
   * @param call made at most once by this; has its own deadline and never fails; cancelled when
   *     nobody waits for it any more
   */
  Uni<Landing> fly(FlightKey key, Freshness freshness, Supplier<Uni<Landing>> call) {
    return here.joinWhileWanted(
        new Flight(key, freshness),
        () ->
            across(key, freshness, call)
                .ifNoItem()
                .after(config.patience())
                .recoverWithItem(SingleFlight::outOfPatience));
  }

  private Uni<Landing> across(FlightKey key, Freshness freshness, Supplier<Uni<Landing>> call) {
    String token = UUID.randomUUID().toString();
    return flights
        .join(key, token, freshness == Freshness.CACHED ? clock.instant() : null)
        .chain(ticket ->
            switch (ticket) {
              case Ticket.Lead() -> lead(key, token, call);
              case Ticket.Follow(String leader) -> follow(key, leader, freshness, call);
              case Ticket.Hit() -> fromCache(key, call);
              case Ticket.Alone() -> alone(key, call);
            });
  }

  private Uni<Landing> lead(FlightKey key, String token, Supplier<Uni<Landing>> call) {
    Cancellable lease =
        Multi.createFrom()
            .ticks()
            .startingAfter(EXTEND_EVERY)
            .every(EXTEND_EVERY)
            .onOverflow()
            .drop()
            .subscribe()
            .with(tick -> flights.extend(key, token).subscribe().with(extended -> {}));
    return call.get()
        .onTermination()
        .invoke(lease::cancel)
        .onCancellation()
        .invoke(() -> flights.abandon(key, token).subscribe().with(abandoned -> {}))
        .call(landing -> flights.land(key, token, landing));
  }

  private Uni<Landing> follow(
      FlightKey key, String leader, Freshness freshness, Supplier<Uni<Landing>> call) {
    return flights
        .look(key, leader)
        .chain(sight ->
            switch (sight) {
              case Sight.UnderWay() ->
                  flights
                      .announcement(leader, LOOK_EVERY)
                      .chain(() -> follow(key, leader, freshness, call));
              case Sight.Down(LandingCode.Whole(Landing landing)) -> Uni.createFrom().item(landing);
              case Sight.Down(LandingCode.InCache()) -> fromCache(key, call);
              case Sight.Lost() -> across(key, freshness, call);
              case Sight.OutOfSight() -> alone(key, call);
            })
        .onTermination()
        .invoke(() -> flights.stopAwaiting(leader));
  }

  private Uni<Landing> fromCache(FlightKey key, Supplier<Uni<Landing>> call) {
    return results
        .find(key)
        .chain(found ->
            found
                .<Uni<Landing>>map(result -> Uni.createFrom().item(new Landing.Landed(result)))
                .orElseGet(() -> alone(key, call)));
  }

  private Uni<Landing> alone(FlightKey key, Supplier<Uni<Landing>> call) {
    return call.get()
        .call(landing ->
            landing instanceof Landing.Landed(StoredResult result)
                ? results.keep(key, result)
                : Uni.createFrom().voidItem());
  }

  private static Landing outOfPatience() {
    return new Landing.Missed(
        CallError.of(ErrorCode.SERVER_UNAVAILABLE, "The call took too long."), true, 0);
  }

  private record Flight(FlightKey key, Freshness freshness) {}
}
