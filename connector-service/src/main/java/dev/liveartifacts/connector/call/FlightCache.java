package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.replica.Reply;
import dev.liveartifacts.connector.replica.SharedCache;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The flights that are under way, in Redis. A flight is led under a lease and known by its leader's
 * token; a leader whose lease ran out can no longer land, so that it never overwrites what a later
 * flight brought.
 */
@ApplicationScoped
public class FlightCache {
  static final Duration LEASE = Duration.ofSeconds(5);
  private static final Duration LANDING_KEPT = Duration.ofSeconds(10);
  private static final String CHANNEL = "live:landings";
  private static final String HIT = "hit";
  private static final String UNDER_WAY = "under way";

  /** Joins a flight or begins one, unless a result turns out to be fresh already. */
  private static final String JOIN =
      """
      if tonumber(ARGV[3]) > 0 then
        local head = redis.call('getrange', KEYS[1], 0, %d)
        if #head == %d and tonumber(head) > tonumber(ARGV[3]) then return 'hit' end
      end
      local leader = redis.call('get', KEYS[2])
      if leader then return leader end
      redis.call('set', KEYS[2], ARGV[1], 'PX', ARGV[2])
      return ARGV[1]
      """
          .formatted(StoredResult.FRESH_UNTIL_WIDTH - 1, StoredResult.FRESH_UNTIL_WIDTH);

  /** Keeps and announces what a flight brought, if it still is the flight. */
  private static final String LAND =
      """
      if redis.call('get', KEYS[2]) ~= ARGV[1] then return 0 end
      if #ARGV[5] > 0 then redis.call('set', KEYS[1], ARGV[5], 'PX', ARGV[6]) end
      redis.call('set', KEYS[3], ARGV[2], 'PX', ARGV[3])
      redis.call('del', KEYS[2])
      redis.call('publish', ARGV[4], ARGV[1])
      return 1
      """;

  /** Ends a flight that will not land: whoever waits for it looks again, and flies itself. */
  private static final String ABANDON =
      """
      if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
      redis.call('del', KEYS[1])
      redis.call('publish', ARGV[2], ARGV[1])
      return 1
      """;

  private static final String LOOK =
      """
      local landing = redis.call('get', KEYS[1])
      if landing then return landing end
      if redis.call('get', KEYS[2]) == ARGV[1] then return 'under way' end
      return false
      """;

  private static final String EXTEND =
      """
      if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end
      return 0
      """;

  private final SharedCache shared;
  private final CallConfig config;
  private final ConcurrentMap<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

  public FlightCache(SharedCache shared, CallConfig config) {
    this.shared = shared;
    this.config = config;
    shared.listen(CHANNEL, this::announced);
  }

  /**
   * @param freshAt the moment at which a cached result has to be fresh to do; null if none does
   */
  Uni<Ticket> join(FlightKey key, String token, @Nullable Instant freshAt) {
    Request request =
        script(JOIN, key.result(), key.lock())
            .arg(token)
            .arg(LEASE.toMillis())
            .arg(freshAt == null ? 0 : freshAt.toEpochMilli());
    return shared.ask(request).map(reply -> ticket(reply, token));
  }

  Uni<Void> land(FlightKey key, String token, Landing landing) {
    byte[] kept = landing instanceof Landing.Landed(var result) ? result.bytes() : new byte[0];
    Request request =
        script(LAND, key.result(), key.lock(), key.landed(token))
            .arg(token)
            .arg(LandingCode.write(landing))
            .arg(LANDING_KEPT.toMillis())
            .arg(CHANNEL)
            .arg(kept)
            .arg(config.keptFor().toMillis());
    return shared.ask(request).replaceWithVoid();
  }

  Uni<Void> extend(FlightKey key, String token) {
    return shared
        .ask(script(EXTEND, key.lock()).arg(token).arg(LEASE.toMillis()))
        .replaceWithVoid();
  }

  Uni<Void> abandon(FlightKey key, String token) {
    return shared.ask(script(ABANDON, key.lock()).arg(token).arg(CHANNEL)).replaceWithVoid();
  }

  Uni<Sight> look(FlightKey key, String token) {
    return shared
        .ask(script(LOOK, key.landed(token), key.lock()).arg(token))
        .map(FlightCache::sight);
  }

  /** Ends when the flight's landing is announced, or after {@code atMost}. */
  Uni<Void> announcement(String token, Duration atMost) {
    return Uni.createFrom()
        .completionStage(
            () -> awaited.computeIfAbsent(token, fresh -> new CompletableFuture<>()).copy())
        .ifNoItem()
        .after(atMost)
        .recoverWithItem(() -> null);
  }

  void stopAwaiting(String token) {
    awaited.remove(token);
  }

  private void announced(String token) {
    CompletableFuture<Void> waiting = awaited.get(token);
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  private static Ticket ticket(Reply reply, String token) {
    if (!(reply instanceof Reply.Given(var response)) || response == null) {
      return new Ticket.Alone();
    }
    String said = response.toString();
    if (said.equals(HIT)) {
      return new Ticket.Hit();
    }
    return said.equals(token) ? new Ticket.Lead() : new Ticket.Follow(said);
  }

  private static Sight sight(Reply reply) {
    if (!(reply instanceof Reply.Given(var response))) {
      return new Sight.OutOfSight();
    }
    if (response == null) {
      return new Sight.Lost();
    }
    byte[] said = response.toBytes();
    return new String(said, StandardCharsets.ISO_8859_1).equals(UNDER_WAY)
        ? new Sight.UnderWay()
        : new Sight.Down(LandingCode.read(said));
  }

  private static Request script(String text, String... keys) {
    Request request = Request.cmd(Command.EVAL).arg(text).arg(keys.length);
    for (String key : keys) {
      request.arg(key);
    }
    return request;
  }
}
