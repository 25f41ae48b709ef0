package dev.liveartifacts.artifact.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whom a session cookie or a bearer token belongs to, for half a minute after it was verified: a
 * page makes many calls with one, and decrypting and verifying costs more than the rest of a call.
 * Never into the last minute of a token, so that the session renews itself in time. Thread-safe.
 */
final class SessionMemory {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration RENEWAL = Duration.ofMinutes(1);
  private static final int MOST = 10_000;
  private static final String OURS = "live.";

  private final Clock clock;
  private final Cache<String, SecurityIdentity> verified;

  SessionMemory(Clock clock) {
    this.clock = clock;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LONGEST)
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .build();
  }

  Optional<SecurityIdentity> find(String proof) {
    return Optional.ofNullable(verified.getIfPresent(proof)).filter(this::lasts);
  }

  void keep(String proof, SecurityIdentity identity) {
    if (lasts(identity)) {
      verified.put(proof, alone(identity));
    }
  }

  void forget(String proof) {
    verified.invalidate(proof);
  }

  private boolean lasts(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        && identity.getCredential(AccessTokenCredential.class) != null
        && clock.instant().plus(RENEWAL).getEpochSecond() < token.getExpirationTime();
  }

  /** Without what holds on to the request that it came with. */
  private static SecurityIdentity alone(SecurityIdentity identity) {
    AccessTokenCredential access = identity.getCredential(AccessTokenCredential.class);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(identity.getRoles())
        .addCredential(new AccessTokenCredential(access.getToken()))
        .addAttributes(ours(identity))
        .build();
  }

  private static Map<String, Object> ours(SecurityIdentity identity) {
    return identity.getAttributes().entrySet().stream()
        .filter(attribute -> attribute.getKey().startsWith(OURS))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
