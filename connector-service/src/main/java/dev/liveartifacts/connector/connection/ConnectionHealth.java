package dev.liveartifacts.connector.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.authorization.Challenge;
import dev.liveartifacts.connector.authorization.Quote;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of connections as calls find it. Writes when something changed, and the time of
 * the last success once a minute: most calls cost no write.
 */
@ApplicationScoped
public class ConnectionHealth {
  private static final Logger LOG = Logger.getLogger(ConnectionHealth.class);
  private static final Duration PRECISION = Duration.ofMinutes(1);

  /** What this replica wrote is remembered until the connection is read again with it. */
  private static final Duration SHARED_AFTER = Duration.ofSeconds(5);

  private final ConnectionStore store;
  private final Clock clock;
  private final Cache<Key, Standing> written =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(SHARED_AFTER).build();

  public ConnectionHealth(ConnectionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public void succeeded(Connection connection) {
    note(connection, ConnectionState.CONNECTED, null);
  }

  /**
   * Notes a failed call, if it says something about the connection.
   *
   * @param words the failure as a sentence
   */
  public void failed(Connection connection, McpFailure failure, String words) {
    if (failure instanceof McpFailure.Unauthorized(String challenge)) {
      note(connection, ConnectionState.NEEDS_SIGN_IN, withReason(words, challenge));
    } else if (failure.isServerDown()) {
      note(connection, ConnectionState.FAILING, words);
    }
  }

  private static String withReason(String words, @Nullable String challenge) {
    String said = Challenge.of(challenge).errorDescription();
    return said == null ? words : words + " It says: " + Quote.of(said);
  }

  private void note(Connection connection, ConnectionState state, @Nullable String reason) {
    Key key = new Key(connection.id(), connection.generation());
    Standing known = written.get(key, ignored -> connection.standing());
    Standing next = known.becoming(state, reason, clock.instant());
    if (isNews(known, next)) {
      written.put(key, next);
      store.stand(connection, next).subscribe().with(done -> {}, failure -> forget(key, failure));
    }
  }

  private void forget(Key key, Throwable failure) {
    written.invalidate(key);
    LOG.warnf("The state of connection %s could not be stored: %s", key.id(), failure.getMessage());
  }

  static boolean isNews(Standing known, Standing next) {
    return known.state() != next.state() || isLater(known.lastSuccessAt(), next.lastSuccessAt());
  }

  private static boolean isLater(@Nullable Instant known, @Nullable Instant next) {
    return next != null && (known == null || !next.isBefore(known.plus(PRECISION)));
  }

  private record Key(UUID id, int generation) {}
}
