package dev.liveartifacts.connector.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who a token belongs to, for half a minute after it was verified and never past its expiry: a page
 * makes many calls with one token, and a signature costs more than a cached call. Thread-safe.
 */
final class TokenMemory {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final Cache<String, SecurityIdentity> verified;
  private final Clock clock;

  TokenMemory(Clock clock) {
    this.clock = clock;
    Ticker ticker = () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    this.verified =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).ticker(ticker).build();
  }

  Optional<SecurityIdentity> find(String token) {
    return Optional.ofNullable(verified.getIfPresent(token)).filter(this::isValid);
  }

  void keep(String token, SecurityIdentity identity) {
    if (isValid(identity)) {
      verified.put(token, identity);
    }
  }

  private boolean isValid(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        && clock.instant().getEpochSecond() < token.getExpirationTime();
  }
}
