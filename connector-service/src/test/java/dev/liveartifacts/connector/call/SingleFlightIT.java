package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveartifacts.connector.replica.ReplicaConfig;
import dev.liveartifacts.connector.replica.SharedCache;
import dev.liveartifacts.connector.testing.OwnRedis;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.call.Freshness;
import dev.liveartifacts.infra.redis.Redis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas, each with its own event loops and connections, over one real Redis. */
class SingleFlightIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Settings() implements CallConfig, ReplicaConfig {
    @Override
    public Duration freshFor() {
      return Duration.ofSeconds(60);
    }

    @Override
    public Duration keptFor() {
      return Duration.ofHours(24);
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(25);
    }

    @Override
    public int atATime() {
      return 16;
    }

    @Override
    public int atATimeEach() {
      return 8;
    }

    @Override
    public int queue() {
      return 200;
    }

    @Override
    public String workspace() {
      return "test";
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration pause() {
      return Duration.ofMillis(200);
    }
  }

  private static final class Replica {
    final Vertx vertx = Vertx.vertx();
    final SharedCache shared;
    final ResultCache results;
    final FlightCache flights;
    final SingleFlight flight;

    Replica(Redis redis) {
      Settings settings = new Settings();
      RedisOptions options =
          new RedisOptions()
              .setConnectionString(OwnRedis.url(redis))
              .setMaxPoolSize(8)
              .setMaxPoolWaiting(1000);
      this.shared =
          new SharedCache(
              vertx,
              io.vertx.redis.client.Redis.createClient(vertx, options),
              settings,
              new SimpleMeterRegistry());
      this.results = new ResultCache(shared, settings);
      this.flights = new FlightCache(shared, settings);
      this.flight = new SingleFlight(flights, results, settings, Clock.systemUTC());
    }

    void end() {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private final AtomicInteger upstream = new AtomicInteger();
  private final FlightKey key = new FlightKey("live:{" + UUID.randomUUID() + "}");
  private Redis redis;
  private Replica one;
  private Replica two;

  @BeforeEach
  void begin() {
    redis = OwnRedis.started();
    one = new Replica(redis);
    two = new Replica(redis);
  }

  @AfterEach
  void end() {
    one.end();
    two.end();
    redis.process().kill();
  }

  private static Landing landed(String json) {
    Instant now = Clock.systemUTC().instant();
    return new Landing.Landed(
        new StoredResult(now.plusSeconds(60), now, 3, null, json.getBytes(StandardCharsets.UTF_8)));
  }

  private Supplier<Uni<Landing>> bringing(Landing landing, Duration after) {
    return () -> {
      upstream.incrementAndGet();
      return Uni.createFrom().item(landing).onItem().delayIt().by(after);
    };
  }

  private List<Landing> askFiftyTimesOverBoth(Freshness freshness, Supplier<Uni<Landing>> call) {
    List<Uni<Landing>> asked =
        IntStream.range(0, 50)
            .mapToObj(i -> (i % 2 == 0 ? one : two).flight.fly(key, freshness, call))
            .toList();
    return Uni.join().all(asked).andFailFast().await().atMost(PATIENCE);
  }

  private static String json(Landing landing) {
    return new String(((Landing.Landed) landing).result().json(), StandardCharsets.UTF_8);
  }

  @Test
  void fifty_equal_calls_at_once_over_two_replicas_make_one_upstream_call() {
    List<Landing> landings =
        askFiftyTimesOverBoth(
            Freshness.CACHED, bringing(landed("{\"n\":1}"), Duration.ofMillis(200)));

    assertThat(upstream).hasValue(1);
    assertThat(landings).hasSize(50).allSatisfy(it -> assertThat(json(it)).isEqualTo("{\"n\":1}"));
  }

  @Test
  void fifty_reloads_at_once_make_one_upstream_call_too() {
    askFiftyTimesOverBoth(Freshness.LIVE, bringing(landed("{\"n\":1}"), Duration.ofMillis(500)));

    assertThat(upstream).hasValue(1);
  }

  @Test
  void a_failure_is_shared_by_all_who_waited_for_it() {
    Landing missed =
        new Landing.Missed(CallError.of(ErrorCode.SERVER_UNAVAILABLE, "Down."), true, 9);

    List<Landing> landings =
        askFiftyTimesOverBoth(Freshness.CACHED, bringing(missed, Duration.ofMillis(200)));

    assertThat(upstream).hasValue(1);
    assertThat(landings).hasSize(50).containsOnly(missed);
  }

  @Test
  void a_tools_own_failure_is_shared_byte_for_byte_and_not_kept() {
    byte[] own = "{\"isError\":true}".getBytes(StandardCharsets.UTF_8);
    Landing failed = new Landing.ToolFailed(own, 9);

    List<Landing> landings =
        askFiftyTimesOverBoth(Freshness.CACHED, bringing(failed, Duration.ofMillis(200)));

    assertThat(upstream).hasValue(1);
    assertThat(landings)
        .allSatisfy(it -> assertThat(((Landing.ToolFailed) it).json()).isEqualTo(own));
    assertThat(one.results.find(key).await().atMost(PATIENCE)).isEmpty();
  }

  @Test
  void
      a_result_that_another_replica_left_a_moment_ago_is_taken_and_a_reload_is_not_satisfied_by_it() {
    Supplier<Uni<Landing>> call = bringing(landed("{}"), Duration.ofMillis(1));
    one.flight.fly(key, Freshness.CACHED, call).await().atMost(PATIENCE);

    two.flight.fly(key, Freshness.CACHED, call).await().atMost(PATIENCE);
    assertThat(upstream).hasValue(1);

    two.flight.fly(key, Freshness.LIVE, call).await().atMost(PATIENCE);
    assertThat(upstream).hasValue(2);
  }

  @Test
  void a_large_result_reaches_the_other_replica_whole() {
    String large = "{\"rows\":\"" + "0123456789".repeat(400_000) + "\"}";

    List<Landing> landings =
        askFiftyTimesOverBoth(Freshness.CACHED, bringing(landed(large), Duration.ofMillis(200)));

    assertThat(upstream).hasValue(1);
    assertThat(landings).allSatisfy(it -> assertThat(json(it)).isEqualTo(large));
  }

  @Test
  void when_the_leading_replica_dies_another_takes_over() {
    Replica doomed = new Replica(redis);
    AtomicBoolean leading = new AtomicBoolean();
    doomed
        .flight
        .fly(
            key,
            Freshness.CACHED,
            () -> {
              leading.set(true);
              return Uni.createFrom().nothing();
            })
        .subscribe()
        .with(never -> {});
    await().untilTrue(leading);
    doomed.end();

    Landing landing =
        one.flight
            .fly(key, Freshness.CACHED, bringing(landed("{}"), Duration.ofMillis(1)))
            .await()
            .atMost(PATIENCE);

    assertThat(landing).isInstanceOf(Landing.Landed.class);
    assertThat(upstream).hasValue(1);
  }

  @Test
  void when_nobody_waits_any_more_the_call_is_cancelled_and_others_need_not_wait_for_its_lease() {
    AtomicInteger cancelled = new AtomicInteger();
    AtomicBoolean leading = new AtomicBoolean();
    Supplier<Uni<Landing>> slow =
        () -> {
          leading.set(true);
          return Uni.createFrom()
              .<Landing>nothing()
              .onCancellation()
              .invoke(cancelled::incrementAndGet);
        };
    Cancellable first = one.flight.fly(key, Freshness.CACHED, slow).subscribe().with(never -> {});
    Cancellable second = one.flight.fly(key, Freshness.CACHED, slow).subscribe().with(never -> {});
    await().untilTrue(leading);

    first.cancel();
    assertThat(cancelled).hasValue(0);
    second.cancel();
    assertThat(cancelled).hasValue(1);

    Uni<Landing> other =
        two.flight.fly(key, Freshness.CACHED, bringing(landed("{}"), Duration.ofMillis(1)));
    assertThat(other.await().atMost(FlightCache.LEASE.minusSeconds(1)))
        .isInstanceOf(Landing.Landed.class);
  }

  @Test
  void a_leader_whose_lease_ran_out_overwrites_nothing() {
    FlightKey flown = new FlightKey("live:{late}");
    one.flights.join(flown, "early", null).await().atMost(PATIENCE);
    one.flights.land(flown, "early", landed("{\"new\":true}")).await().atMost(PATIENCE);

    two.flights.land(flown, "late", landed("{\"old\":true}")).await().atMost(PATIENCE);

    StoredResult kept = one.results.find(flown).await().atMost(PATIENCE).orElseThrow();
    assertThat(new String(kept.json(), StandardCharsets.UTF_8)).isEqualTo("{\"new\":true}");
  }

  @Test
  void without_redis_each_replica_makes_the_call_once_for_itself() {
    redis.process().kill();

    List<Landing> landings =
        askFiftyTimesOverBoth(Freshness.CACHED, bringing(landed("{}"), Duration.ofMillis(300)));

    assertThat(upstream).hasValue(2);
    assertThat(landings).hasSize(50);
  }

  @Test
  void a_flight_that_redis_left_in_the_middle_lands_all_the_same() {
    Supplier<Uni<Landing>> call =
        () -> {
          upstream.incrementAndGet();
          return Uni.createFrom()
              .item(() -> {
                redis.process().kill();
                return landed("{}");
              })
              .onItem()
              .delayIt()
              .by(Duration.ofMillis(300));
        };

    List<Landing> landings = askFiftyTimesOverBoth(Freshness.CACHED, call);

    assertThat(landings).hasSize(50).allSatisfy(it -> assertThat(json(it)).isEqualTo("{}"));
    assertThat(upstream.get()).isLessThanOrEqualTo(3);
  }
}
