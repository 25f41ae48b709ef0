package dev.liveartifacts.connector.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveartifacts.connector.testing.OwnRedis;
import dev.liveartifacts.infra.redis.Redis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedCacheIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private record Settings(Duration timeout, Duration pause) implements ReplicaConfig {}

  private final Vertx vertx = Vertx.vertx();
  private Redis redis;
  private SharedCache cache;

  @BeforeEach
  void begin() {
    redis = OwnRedis.started();
    cache = cacheAt(OwnRedis.url(redis));
  }

  @AfterEach
  void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    redis.process().kill();
  }

  private SharedCache cacheAt(String url) {
    return new SharedCache(
        vertx,
        io.vertx.redis.client.Redis.createClient(vertx, url),
        new Settings(Duration.ofMillis(500), Duration.ofMillis(300)),
        new SimpleMeterRegistry());
  }

  private static Reply ask(SharedCache cache) {
    return cache.ask(Request.cmd(Command.PING)).await().atMost(PATIENCE);
  }

  @Test
  void an_absent_redis_is_said_to_be_away_and_noticed_when_it_is_back() {
    assertThat(ask(cache)).isInstanceOf(Reply.Given.class);

    redis.process().kill();
    assertThat(ask(cache)).isInstanceOf(Reply.Away.class);
    assertThat(cache.isAway()).isTrue();

    redis.start();
    await().atMost(PATIENCE).until(() -> ask(cache) instanceof Reply.Given);
  }

  @Test
  void a_redis_that_accepts_and_never_answers_costs_one_timeout_and_then_nothing()
      throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      SharedCache stuck = cacheAt("redis://127.0.0.1:" + silent.getLocalPort());
      assertThat(ask(stuck)).isInstanceOf(Reply.Away.class);

      long begun = System.nanoTime();
      assertThat(ask(stuck)).isInstanceOf(Reply.Away.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(250));
    }
  }

  @Test
  void what_is_published_is_heard_also_after_redis_was_away() {
    List<String> heard = new CopyOnWriteArrayList<>();
    cache.listen("news", heard::add);
    await().atMost(PATIENCE).until(() -> publishes("one") && heard.contains("one"));

    redis.process().kill();
    redis.start();

    await().atMost(PATIENCE).until(() -> publishes("two") && heard.contains("two"));
  }

  private boolean publishes(String news) {
    cache.ask(Request.cmd(Command.PUBLISH).arg("news").arg(news)).await().atMost(PATIENCE);
    return true;
  }

  @Test
  void a_command_that_redis_refuses_is_no_reason_to_leave_it_alone() {
    cache.ask(Request.cmd(Command.SET).arg("text").arg("a")).await().atMost(PATIENCE);

    Reply refused =
        cache.ask(Request.cmd(Command.LPUSH).arg("text").arg("b")).await().atMost(PATIENCE);

    assertThat(refused).isInstanceOf(Reply.Away.class);
    assertThat(cache.isAway()).isFalse();
  }
}
