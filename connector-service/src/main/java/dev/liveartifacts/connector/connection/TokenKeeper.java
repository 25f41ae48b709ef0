package dev.liveartifacts.connector.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.authorization.AuthorizationException;
import dev.liveartifacts.connector.authorization.AuthorizationFailure;
import dev.liveartifacts.connector.authorization.TokenClient;
import dev.liveartifacts.connector.authorization.TokenSet;
import dev.liveartifacts.connector.work.InFlight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the tokens of connections good: renews them ahead of their end, one replica at a time, and
 * starting from what PostgreSQL holds, so that a refresh token that rotates is used once. Fails
 * with {@link AuthorizationException}.
 */
@ApplicationScoped
public class TokenKeeper {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /** Until every replica has read the connection again. */
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private final ConnectionStore store;
  private final SecretBox secrets;
  private final TokenClient tokens;
  private final ObjectMapper json;
  private final Clock clock;
  private final InFlight<Key, TokenSet> renewing = new InFlight<>();
  private final Cache<Key, TokenSet> renewed =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  /** Until every replica has read that somebody has to sign in. */
  private final Cache<Key, AuthorizationException> refused =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  public TokenKeeper(
      ConnectionStore store,
      SecretBox secrets,
      TokenClient tokens,
      ObjectMapper json,
      Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.tokens = tokens;
    this.json = json;
    this.clock = clock;
  }

  /** The tokens to sign a request in with; empty if there are none. */
  public Uni<Optional<TokenSet>> current(Connection connection) {
    return held(connection)
        .map(set -> current(connection, set).map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /** Newer tokens than those that a server did not take. */
  public Uni<TokenSet> after(Connection connection, TokenSet rejected) {
    return held(connection)
        .filter(set -> !set.accessToken().equals(rejected.accessToken()))
        .map(set -> Uni.createFrom().item(set))
        .orElseGet(() -> renew(connection, rejected));
  }

  /** What is stored, as far as this replica knows. */
  public Optional<TokenSet> held(Connection connection) {
    TokenSet newer = renewed.getIfPresent(Key.of(connection));
    return newer == null
        ? connection.secret().map(sealed -> read(secrets.open(sealed, connection.id())))
        : Optional.of(newer);
  }

  /** The form in which {@link ConnectionStore} keeps tokens. */
  public String write(TokenSet set) {
    try {
      return json.writeValueAsString(set);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Tokens could not be written", e);
    }
  }

  private Uni<TokenSet> current(Connection connection, TokenSet set) {
    Instant now = clock.instant();
    if (!set.isDue(now)) {
      return Uni.createFrom().item(set);
    }
    return renew(connection, set)
        .onFailure(failure -> isOutage(failure) && !set.hasEnded(now))
        .recoverWithItem(set);
  }

  private Uni<TokenSet> renew(Connection connection, TokenSet old) {
    AuthorizationException no = refused.getIfPresent(Key.of(connection));
    if (no != null) {
      return Uni.createFrom().failure(no);
    }
    Instant giveUp = clock.instant().plus(LEASE);
    return renewing.join(Key.of(connection), () -> renew(connection, old, giveUp));
  }

  private Uni<TokenSet> renew(Connection connection, TokenSet old, Instant giveUp) {
    return store
        .claim(connection, clock.instant().plus(LEASE))
        .chain(claim ->
            switch (claim) {
              case Claim.Ours(Connection stored) -> renewOnce(stored, old);
              case Claim.Busy() -> later(connection, old, giveUp);
              case Claim.Gone() -> Uni.createFrom().failure(gone());
            });
  }

  /** Another replica may have been faster: then what it stored is the answer. */
  private Uni<TokenSet> renewOnce(Connection stored, TokenSet old) {
    TokenSet now =
        stored.secret().map(sealed -> read(secrets.open(sealed, stored.id()))).orElse(old);
    Uni<TokenSet> newer =
        now.accessToken().equals(old.accessToken())
            ? tokens.renew(now).call(set -> store.release(stored, write(set)))
            : Uni.createFrom().item(now).call(() -> store.release(stored, null));
    return newer
        .invoke(set -> renewed.put(Key.of(stored), set))
        .onFailure(failure -> failure instanceof AuthorizationException && !isOutage(failure))
        .invoke(failure -> refused.put(Key.of(stored), (AuthorizationException) failure))
        .onFailure()
        .call(failure -> store.release(stored, null));
  }

  private Uni<TokenSet> later(Connection connection, TokenSet old, Instant giveUp) {
    if (clock.instant().isAfter(giveUp)) {
      return Uni.createFrom()
          .failure(
              new AuthorizationException(
                  new AuthorizationFailure.Unreachable("The tokens are being renewed elsewhere.")));
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(LOOK_AGAIN)
        .chain(() -> renew(connection, old, giveUp));
  }

  private TokenSet read(String secret) {
    try {
      return json.readValue(secret, TokenSet.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored tokens cannot be read");
    }
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof AuthorizationException e && e.failure().isOutage();
  }

  private static AuthorizationException gone() {
    return new AuthorizationException(
        new AuthorizationFailure.Unusable("The connection was ended meanwhile."));
  }

  private record Key(UUID id, int generation) {
    static Key of(Connection connection) {
      return new Key(connection.id(), connection.generation());
    }
  }
}
