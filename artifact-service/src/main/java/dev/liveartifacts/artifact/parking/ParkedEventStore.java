package dev.liveartifacts.artifact.parking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/** Events that could not be understood, for somebody to look at. */
@Singleton
public class ParkedEventStore {
  private static final Logger LOG = Logger.getLogger(ParkedEventStore.class);
  private static final int LONGEST = 10_000;
  private static final String PARK =
      """
      insert into parked_event (position, reason, payload, parked_at) values ($1, $2, $3, $4)
      on conflict (position) do nothing
      """;

  private final Pool pool;
  private final Clock clock;
  private final Counter parked;

  ParkedEventStore(Pool pool, Clock clock, MeterRegistry metrics) {
    this.pool = pool;
    this.clock = clock;
    this.parked = metrics.counter("live.refresh.parked");
  }

  /**
   * Keeps an event once, however often it is delivered.
   *
   * @param position topic, partition and offset
   * @param reason why, in words
   */
  public Uni<Void> park(String position, String reason, String payload) {
    parked.increment();
    LOG.warnf("An event at %s is parked: %s", position, reason);
    // PostgreSQL's text cannot hold the NUL character.
    String text = payload.replace('\0', '?');
    return pool.preparedQuery(PARK)
        .execute(
            Tuple.of(
                position,
                reason,
                text.substring(0, Math.min(text.length(), LONGEST)),
                OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }
}
