package dev.liveartifacts.artifact.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service behind one connection, which all requests share one after the other. */
class PassageTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final BlockingQueue<HttpServerRequest> asked = new LinkedBlockingQueue<>();
  private final HttpServer service =
      done(vertx.createHttpServer().requestHandler(asked::add).listen(0, "127.0.0.1"));
  private final HttpClient client =
      vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1));

  @AfterEach
  void close() {
    done(vertx.close());
  }

  @Test
  void who_leaves_after_the_answer_has_come_takes_no_connection_from_the_next()
      throws InterruptedException {
    Passage passage = done(onLoop(() -> request().map(Passage::new)));
    Future<HttpClientResponse> answer = onLoop(() -> passage.upstream().send().map(this::unread));
    next().response().end("all of it");
    done(onLoop(() -> answer.map(passage::begins)));
    HttpClientRequest other = done(onLoop(this::request));
    Future<HttpClientResponse> others = onLoop(other::send);
    HttpServerRequest waiting = next();

    done(onLoop(() -> left(passage)));
    waiting.response().end("theirs");

    assertThat(done(others).statusCode()).isEqualTo(200);
  }

  @Test
  void a_service_that_has_not_answered_yet_hears_that_nobody_waits() throws Exception {
    Passage passage = done(onLoop(() -> request().map(Passage::new)));
    Future<HttpClientResponse> answer = onLoop(() -> passage.upstream().send());
    CompletableFuture<Void> heard = new CompletableFuture<>();
    next().connection().closeHandler(heard::complete);

    done(onLoop(() -> left(passage)));

    heard.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThatThrownBy(() -> answer.toCompletionStage().toCompletableFuture().get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StreamResetException.class);
    assertThat(passage.isLeft()).isTrue();
  }

  /** As when the browser is slower than the service: what has come waits. */
  private HttpClientResponse unread(HttpClientResponse answer) {
    answer.pause();
    return answer;
  }

  private static Future<Void> left(Passage passage) {
    passage.leave();
    return Future.succeededFuture();
  }

  private Future<HttpClientRequest> request() {
    return client.request(HttpMethod.GET, service.actualPort(), "127.0.0.1", "/");
  }

  private HttpServerRequest next() throws InterruptedException {
    HttpServerRequest request = asked.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  private <T> Future<T> onLoop(Supplier<Future<T>> work) {
    return Future.future(promise -> loop.runOnContext(go -> work.get().onComplete(promise)));
  }

  private static <T> T done(Future<T> work) {
    return work.toCompletionStage()
        .toCompletableFuture()
        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join();
  }
}
