package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Events that could not be understood, in PostgreSQL. */
@ApplicationScoped
public class ParkedEventStore implements PanacheRepositoryBase<ParkedEventRow, UUID> {
  private static final int PAYLOAD_LIMIT = 10_000;

  private final UnitOfWork unit;
  private final RefreshConfig config;
  private final Clock clock;

  public ParkedEventStore(UnitOfWork unit, RefreshConfig config, Clock clock) {
    this.unit = unit;
    this.config = config;
    this.clock = clock;
  }

  /** Keeps an event once, however often it is delivered, for as long as runs are remembered. */
  Uni<Void> park(String topic, String position, String reason, String payload) {
    return unit.in(() ->
        delete("parkedAt < ?1", clock.instant().minus(config.remember()))
            .chain(() -> count("position", position))
            .chain(known ->
                known > 0
                    ? Uni.createFrom().voidItem()
                    : persist(row(topic, position, reason, payload)).replaceWithVoid()));
  }

  private ParkedEventRow row(String topic, String position, String reason, String payload) {
    ParkedEventRow row = new ParkedEventRow();
    row.id = UUID.randomUUID();
    row.topic = topic;
    row.position = position;
    row.reason = reason;
    // PostgreSQL's text cannot hold the NUL character.
    String text = payload.replace('\0', '?');
    row.payload = text.substring(0, Math.min(text.length(), PAYLOAD_LIMIT));
    row.parkedAt = clock.instant();
    return row;
  }
}
