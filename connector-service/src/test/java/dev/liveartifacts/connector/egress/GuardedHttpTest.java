package dev.liveartifacts.connector.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to sign-in servers stay where they were checked to go, and within bounds. */
class GuardedHttpTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Consumer<HttpServerRequest> answer = request -> request.response().end("{}");
  private final HttpServer server =
      vertx
          .createHttpServer()
          .requestHandler(request -> {
            asked.incrementAndGet();
            answer.accept(request);
          })
          .listen(0, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .join();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/token",
        "https://127.0.0.1:%d/token",
        "https://sign.test:%d/"
      })
  void row_5_a_token_endpoint_on_loopback_is_not_asked_in_a_closed_system(String address) {
    assertThat(failure(web(false), address)).startsWith("cannot be asked.");

    assertThat(asked).hasValue(0);
  }

  @Test
  void row_5_redirects_are_given_back_and_not_followed() {
    answer =
        request ->
            request
                .response()
                .setStatusCode(302)
                .putHeader("Location", "http://169.254.169.254/latest")
                .end();

    WebAnswer given = send(web(true), "http://127.0.0.1:%d/");

    assertThat(given.redirect()).contains("http://169.254.169.254/latest");
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_document_without_end_is_read_to_the_limit_and_no_further() {
    answer = request -> request.response().setChunked(true).end("x".repeat(10_000));

    assertThat(failure(web(true), "http://127.0.0.1:%d/")).contains("more than 1 KiB");
  }

  @Test
  void a_server_that_says_nothing_is_left_in_time() {
    answer = request -> {};

    assertThat(failure(web(true), "http://127.0.0.1:%d/")).contains("did not answer within");
  }

  @Test
  void a_server_that_hangs_up_is_named() {
    answer = request -> request.connection().close();

    assertThat(failure(web(true), "http://127.0.0.1:%d/")).contains("does not accept");
  }

  private String failure(GuardedHttp web, String address) {
    return catchThrowableOfType(WebFailure.class, () -> send(web, address)).reason();
  }

  private WebAnswer send(GuardedHttp web, String address) {
    URI uri = URI.create(address.formatted(server.actualPort()));
    return web.send(WebRequest.get(uri)).await().indefinitely();
  }

  private GuardedHttp web(boolean open) {
    AddressResolver loopback =
        host -> Uni.createFrom().item(List.of(InetAddress.ofLiteral("127.0.0.1")));
    return new GuardedHttp(
        vertx, new EgressGuard(new Ground(open), loopback), Duration.ofSeconds(1), 1024);
  }

  private record Ground(boolean open) implements EgressConfig {
    @Override
    public boolean allowLoopback() {
      return open;
    }

    @Override
    public boolean allowHttp() {
      return open;
    }

    @Override
    public Optional<List<String>> allowNetworks() {
      return Optional.empty();
    }
  }
}
