package dev.liveartifacts.artifact.bridge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A {@link Bucket} for each person and artifact, on this replica. A forgotten one was full. */
@Singleton
class RateLimit {
  private final Clock clock;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(1)).build();

  RateLimit(Clock clock) {
    this.clock = clock;
  }

  Bucket take(UUID personId, UUID artifactId) {
    Instant now = clock.instant();
    return buckets
        .asMap()
        .compute(
            new Key(personId, artifactId),
            (key, bucket) -> (bucket == null ? Bucket.full(now) : bucket).take(now));
  }

  private record Key(UUID personId, UUID artifactId) {}
}
