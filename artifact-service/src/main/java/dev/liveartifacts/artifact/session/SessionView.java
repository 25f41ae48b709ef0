package dev.liveartifacts.artifact.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner and administrators see it.
 *
 * @param current true for the one that asks
 */
record SessionView(
    UUID id,
    String device,
    String address,
    Instant startedAt,
    Instant lastSeenAt,
    boolean current) {
  static SessionView of(Session session, @Nullable UUID asking) {
    return new SessionView(
        session.id(),
        session.device(),
        session.address(),
        session.startedAt(),
        session.lastSeenAt(),
        session.id().equals(asking));
  }
}
