package dev.liveartifacts.artifact.throttle;

import dev.liveartifacts.artifact.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

/**
 * Says how often somebody may do something: over all replicas through Redis, and on each alone
 * while Redis is away. Whoever it is about is kept as a hash alone. Thread-safe.
 */
@Singleton
public class Throttle {
  private final ThrottleCache shared;
  private final LocalPaces local;
  private final MeterRegistry metrics;

  @Inject
  Throttle(ThrottleCache shared, Clock clock, MeterRegistry metrics) {
    this.shared = shared;
    this.local = new LocalPaces(clock);
    this.metrics = metrics;
  }

  /**
   * Counts one time.
   *
   * @param what a word of ours, such as {@code shares}: each has its own count, and its own metric
   * @param who whose count it is; may be a secret
   */
  public Uni<Pass> take(String what, Allowance allowance, String who) {
    String key = key(what, who);
    return shared
        .take(key, allowance)
        .map(pass -> pass.orElseGet(() -> local.take(key, allowance)))
        .invoke(pass -> count(what, pass));
  }

  /**
   * Counts one time, and fails with a problem (429) if it is one too many.
   *
   * @param sentence what there was too much of: {@code You have shared a lot in a short time.}
   */
  public Uni<Void> check(String what, Allowance allowance, String who, String sentence) {
    return take(what, allowance, who)
        .invoke(pass -> {
          if (pass instanceof Pass.TooMany(var pause)) {
            throw Problems.tooMany(sentence, pause);
          }
        })
        .replaceWithVoid();
  }

  /** Says whether all replicas count together right now. */
  public Uni<Boolean> shared() {
    return shared.isThere();
  }

  private void count(String what, Pass pass) {
    if (pass instanceof Pass.TooMany) {
      metrics.counter("live.throttled", "what", what).increment();
    }
  }

  private static String key(String what, String who) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
      return "throttle:" + what + ":" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
