package dev.liveartifacts.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
  private static final Duration PLENTY = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private int port;

  @BeforeEach
  void start() {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> {
              mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              boolean good = asked.incrementAndGet() % 10 != 0;
              vertx.setTimer(
                  2,
                  timer -> {
                    underWay.decrementAndGet();
                    request.response().putHeader("Proof", good ? "yes" : "no").end("answer");
                  });
            });
    port =
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void it_stops_at_the_number_of_requests_and_tells_the_wrong_answers() {
    Sample sample = ClosedLoop.run(vertx, target(), new Bounds(4, PLENTY, 100));

    assertThat(asked).hasValue(100);
    assertThat(sample.failures()).isEqualTo(10);
    assertThat(sample.count()).isEqualTo(90);
    assertThat(sample.millis(50)).isGreaterThanOrEqualTo(2);
  }

  @Test
  void so_many_are_under_way_as_was_asked_and_no_more() {
    Sample sample = ClosedLoop.run(vertx, target(), new Bounds(8, PLENTY, 200));

    assertThat(sample.count() + sample.failures()).isEqualTo(200);
    assertThat(mostUnderWay).hasValue(8);
  }

  @Test
  void it_stops_when_the_time_is_over() {
    Duration time = Duration.ofMillis(50);

    Sample sample = ClosedLoop.run(vertx, target(), new Bounds(1, time, Integer.MAX_VALUE));

    assertThat(sample.elapsedNanos()).isGreaterThanOrEqualTo(time.toNanos());
    assertThat(sample.count() + sample.failures()).isEqualTo(asked.get());
  }

  private Target target() {
    return new Target(
        "test",
        port,
        "127.0.0.1",
        HttpMethod.GET,
        List.of("/"),
        List.of(Map.of()),
        List.of(Buffer.buffer()),
        Map.entry("Proof", "yes"),
        6);
  }
}
