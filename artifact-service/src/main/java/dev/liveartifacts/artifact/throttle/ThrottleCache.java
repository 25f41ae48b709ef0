package dev.liveartifacts.artifact.throttle;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The paces that all replicas share, in Redis and by its clock: see {@link Pace}. After a failure
 * Redis is left alone for a moment, so that its absence costs nothing. Thread-safe.
 */
@Singleton
class ThrottleCache {
  private static final Logger LOG = Logger.getLogger(ThrottleCache.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  /** Answers the milliseconds to wait, zero if it was granted. */
  private static final String TAKE =
      """
      local time = redis.call('time')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      local step, period = tonumber(ARGV[1]), tonumber(ARGV[2])
      local due = tonumber(redis.call('get', KEYS[1]) or '0')
      local next = math.max(due, now) + step
      local over = next - now - period
      if over > 0.5 then return math.ceil(over) end
      redis.call('set', KEYS[1], string.format('%.3f', next), 'PX', math.ceil(next - now))
      return 0
      """;

  private final Redis redis;
  private volatile boolean away;
  private volatile long askAgainAt;

  ThrottleCache(Redis redis) {
    this.redis = redis;
  }

  /** Empty while Redis is away. */
  Uni<Optional<Pass>> take(String key, Allowance allowance) {
    if (away && System.nanoTime() - askAgainAt < 0) {
      return Uni.createFrom().item(Optional.empty());
    }
    return Uni.createFrom()
        .completionStage(() -> redis.send(request(key, allowance)).toCompletionStage())
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(this::answered)
        .onFailure()
        .recoverWithItem(this::failed);
  }

  Uni<Boolean> isThere() {
    return Uni.createFrom()
        .completionStage(() -> redis.send(Request.cmd(Command.PING)).toCompletionStage())
        .ifNoItem()
        .after(LOOK)
        .fail()
        .replaceWith(true)
        .onFailure()
        .recoverWithItem(false);
  }

  private static Request request(String key, Allowance allowance) {
    return Request.cmd(Command.EVAL)
        .arg(TAKE)
        .arg(1)
        .arg(key)
        .arg(Double.toString(allowance.step()))
        .arg(allowance.per().toMillis());
  }

  private Optional<Pass> answered(Response millis) {
    away = false;
    return Optional.of(Pass.after(Objects.requireNonNull(millis.toLong())));
  }

  private Optional<Pass> failed(Throwable failure) {
    if (!away) {
      LOG.warnf(
          "Redis is away (%s): each replica throttles alone", failure.getClass().getSimpleName());
    }
    askAgainAt = System.nanoTime() + PAUSE;
    away = true;
    return Optional.empty();
  }
}
