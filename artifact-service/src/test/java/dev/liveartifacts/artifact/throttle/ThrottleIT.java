package dev.liveartifacts.artifact.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.redis.Redis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottleIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Allowance THREE = new Allowance(3, Duration.ofHours(1));

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Redis redis;
  private io.vertx.redis.client.Redis client;

  @BeforeEach
  void begin(@TempDir Path directory) {
    redis = new Redis(directory.resolve("data"), Loopback.freePort(), directory.resolve("log"));
    redis.start();
    client = newClient();
  }

  @AfterEach
  void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    redis.process().kill();
  }

  private io.vertx.redis.client.Redis newClient() {
    return io.vertx.redis.client.Redis.createClient(
        vertx, "redis://" + Loopback.ADDRESS + ":" + redis.port());
  }

  private Throttle replica() {
    return new Throttle(new ThrottleCache(newClient()), Clock.systemUTC(), metrics);
  }

  private static Pass take(Throttle throttle, String who) {
    return throttle.take("shares", THREE, who).await().atMost(PATIENCE);
  }

  @Test
  void what_is_done_at_one_replica_counts_at_all() {
    Throttle one = replica();
    Throttle other = replica();
    assertThat(take(one, "ada")).isInstanceOf(Pass.Granted.class);
    assertThat(take(other, "ada")).isInstanceOf(Pass.Granted.class);
    assertThat(take(one, "ada")).isInstanceOf(Pass.Granted.class);

    Pass refused = take(other, "ada");

    assertThat(refused)
        .isInstanceOfSatisfying(
            Pass.TooMany.class,
            tooMany ->
                assertThat(tooMany.pause())
                    .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20)));
    assertThat(metrics.counter("live.throttled", "what", "shares").count()).isEqualTo(1);
  }

  @Test
  void one_person_never_uses_up_what_another_may() {
    Throttle throttle = replica();
    for (int i = 0; i < 5; i++) {
      take(throttle, "ada");
    }
    assertThat(take(throttle, "ben")).isInstanceOf(Pass.Granted.class);
  }

  @Test
  void without_redis_each_replica_counts_alone_and_together_again_when_it_is_back() {
    Throttle throttle = replica();
    redis.process().kill();

    for (int i = 0; i < 3; i++) {
      assertThat(take(throttle, "ada")).isInstanceOf(Pass.Granted.class);
    }
    assertThat(take(throttle, "ada")).isInstanceOf(Pass.TooMany.class);

    redis.start();
    Awaitility.await().atMost(PATIENCE).until(() -> take(throttle, "ada") instanceof Pass.Granted);
  }

  @Test
  void row_20_whoever_is_counted_is_not_written_down() {
    take(replica(), "the-secret-of-a-public-link");

    String keys =
        client
            .send(Request.cmd(Command.KEYS).arg("*"))
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .toString();

    assertThat(keys).contains("throttle:shares:").doesNotContain("secret");
  }

  @Test
  void one_too_many_ends_with_a_sentence_that_says_when_to_come_back() {
    Throttle throttle = replica();
    for (int i = 0; i < 3; i++) {
      take(throttle, "ada");
    }

    assertThatThrownBy(() ->
            throttle
                .check("shares", THREE, "ada", "You shared a lot in a short time.")
                .await()
                .atMost(PATIENCE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(429);
              assertThat(refused.problem().detail())
                  .isEqualTo("You shared a lot in a short time. Try again in 20 minutes.");
              assertThat(refused.retryAfter()).isPresent();
            });
  }
}
