package dev.liveartifacts.bench.subject;

import dev.liveartifacts.bench.load.CpuTime;
import dev.liveartifacts.bench.load.Sample;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Browsers that listen: each holds one event stream, of one artifact or of all of them. */
public final class EventReaders implements AutoCloseable {
  private static final int OPENING_AT_ONCE = 64;
  private static final String LISTENING = "event:listening";

  private final HttpClient client;
  private final List<String> tokens;
  private final List<String> artifacts;
  private final int port;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Queue<Long> heard = new ConcurrentLinkedQueue<>();
  private volatile Semaphore news = new Semaphore(0);
  private volatile String awaited = "event:nothing";

  public EventReaders(Vertx vertx, int port, List<String> tokens, List<String> artifacts) {
    this.client =
        vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(20_000).setKeepAlive(false));
    this.port = port;
    this.tokens = List.copyOf(tokens);
    this.artifacts = List.copyOf(artifacts);
  }

  /** Opens so many, a few at a time, and returns when all of them listen. */
  public void open(int count, Duration patience) {
    Semaphore opening = new Semaphore(OPENING_AT_ONCE);
    for (int at = 0; at < count; at++) {
      take(opening, 1, patience);
      open(at, opening);
    }
    take(opening, OPENING_AT_ONCE, patience);
    if (refused.get() > 0) {
      throw new BenchFailure(refused.get() + " of " + count + " event streams were refused.");
    }
  }

  public int isOpen() {
    return open.get();
  }

  /**
   * How long a piece of news takes to each reader; who has not heard in time counts as failed.
   *
   * @param event as it is called in the stream
   */
  public Sample hear(String event, Runnable news, int count, Duration patience) {
    Semaphore told = new Semaphore(0);
    this.news = told;
    this.awaited = "event:" + event;
    heard.clear();
    long cpu = CpuTime.ofChildren();
    long start = System.nanoTime();
    news.run();
    boolean all = tryTake(told, count, patience);
    long end = System.nanoTime();
    long[] nanos = heard.stream().mapToLong(at -> at - start).toArray();
    return new Sample(
        nanos, all ? 0 : count - nanos.length, end - start, CpuTime.ofChildren() - cpu);
  }

  @Override
  public void close() {
    client.close();
  }

  private void open(int number, Semaphore opening) {
    List<String> wanted = number % 2 == 0 ? artifacts.subList(0, 1) : artifacts;
    String query = wanted.stream().map(id -> "artifact=" + id).collect(Collectors.joining("&"));
    client
        .request(
            new RequestOptions()
                .setHost("localhost")
                .setPort(port)
                .setMethod(HttpMethod.GET)
                .setURI("/api/events?" + query)
                .putHeader("Authorization", "Bearer " + tokens.get(number % tokens.size())))
        .compose(HttpClientRequest::send)
        .onSuccess(response -> listen(response, opening))
        .onFailure(failure -> refuse(opening));
  }

  private void listen(HttpClientResponse response, Semaphore opening) {
    if (response.statusCode() != 200) {
      refuse(opening);
      return;
    }
    response.endHandler(end -> open.decrementAndGet());
    response.exceptionHandler(failure -> open.decrementAndGet());
    response.handler(part -> read(part, opening));
  }

  private void read(Buffer part, Semaphore opening) {
    String text = part.toString();
    if (text.contains(LISTENING)) {
      open.incrementAndGet();
      opening.release();
    }
    if (text.contains(awaited)) {
      heard.add(System.nanoTime());
      news.release();
    }
  }

  private void refuse(Semaphore opening) {
    refused.incrementAndGet();
    opening.release();
  }

  private static void take(Semaphore semaphore, int permits, Duration patience) {
    if (!tryTake(semaphore, permits, patience)) {
      throw new BenchFailure("The event streams did not open in time.");
    }
  }

  private static boolean tryTake(Semaphore semaphore, int permits, Duration patience) {
    try {
      return semaphore.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
