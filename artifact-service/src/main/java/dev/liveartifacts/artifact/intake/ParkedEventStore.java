package dev.liveartifacts.artifact.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Events that could not be understood. */
@Singleton
class ParkedEventStore {
  private static final int LONGEST = 10_000;
  private static final String PARK =
      """
      insert into parked_event (position, reason, payload, parked_at) values ($1, $2, $3, $4)
      on conflict (position) do nothing
      """;

  private final Pool pool;
  private final Clock clock;

  ParkedEventStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Keeps an event once, however often it is delivered.
   *
   * @param position topic, partition and offset
   */
  Uni<Void> park(String position, String reason, String payload) {
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
