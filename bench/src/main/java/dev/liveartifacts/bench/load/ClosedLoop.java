package dev.liveartifacts.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * A fixed number of workers, each sending its next request when it has the answer to the one
 * before. Connections are kept. Everything runs on one event loop.
 */
public final class ClosedLoop {
  private final HttpClient client;
  private final Target target;
  private final Bounds bounds;
  private final Latencies latencies = new Latencies();
  private final Promise<Sample> done = Promise.promise();
  private final long start = System.nanoTime();
  private final long cpuBefore = CpuTime.ofChildren();
  private int sent;
  private int failures;
  private int working;

  private ClosedLoop(HttpClient client, Target target, Bounds bounds) {
    this.client = client;
    this.target = target;
    this.bounds = bounds;
  }

  public static Sample run(Vertx vertx, Target target, Bounds bounds) {
    HttpClient client = vertx.createHttpClient(options(bounds));
    ClosedLoop loop = new ClosedLoop(client, target, bounds);
    vertx.getOrCreateContext().runOnContext(nothing -> loop.start());
    try {
      return loop.done.future().toCompletionStage().toCompletableFuture().join();
    } finally {
      client.close();
    }
  }

  private static HttpClientOptions options(Bounds bounds) {
    return new HttpClientOptions()
        .setMaxPoolSize(bounds.atATime())
        .setMaxWaitQueueSize(-1)
        .setConnectTimeout(5_000)
        .setIdleTimeout(60);
  }

  private void start() {
    working = bounds.atATime();
    for (int worker = 0; worker < bounds.atATime(); worker++) {
      next(worker);
    }
  }

  private void next(int worker) {
    if (sent >= bounds.maxRequests() || elapsed() >= bounds.atMost().toNanos()) {
      finish();
      return;
    }
    sent++;
    long sentAt = System.nanoTime();
    send(worker)
        .onComplete(answer -> {
          record(answer.succeeded() && answer.result(), System.nanoTime() - sentAt);
          next(worker);
        });
  }

  private void record(boolean good, long nanos) {
    if (good) {
      latencies.add(nanos);
    } else {
      failures++;
    }
  }

  private void finish() {
    if (--working == 0) {
      long took = elapsed();
      long cpu = CpuTime.ofChildren() - cpuBefore;
      done.complete(new Sample(latencies.toArray(), failures, took, cpu));
    }
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }

  private Future<Boolean> send(int worker) {
    Buffer body = target.bodies().get(sent % target.bodies().size());
    return client
        .request(request(worker))
        .compose(request -> body.length() == 0 ? request.send() : request.send(body))
        .compose(this::good);
  }

  private RequestOptions request(int worker) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(target.method())
            .setHost(target.host())
            .setPort(target.port())
            .setURI(target.paths().get(sent % target.paths().size()))
            .setTimeout(60_000);
    target.headersOf(worker).forEach(options::putHeader);
    return options;
  }

  private Future<Boolean> good(HttpClientResponse response) {
    boolean right =
        response.statusCode() == 200
            && target.proof().getValue().equals(response.getHeader(target.proof().getKey()));
    return response.body().map(Buffer::length).map(size -> right && size >= target.leastBytes());
  }
}
