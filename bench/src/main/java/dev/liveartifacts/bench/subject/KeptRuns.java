package dev.liveartifacts.bench.subject;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Hears when runs end, from Kafka, and when open pages are told that their results are kept, from
 * the event stream of one artifact. Thread-safe.
 */
public final class KeptRuns implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final String DATA = "data:";

  private final Map<String, Long> ended = new ConcurrentHashMap<>();
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final HttpClient client;
  private final String bootstrap;
  private final Thread reader = new Thread(this::read, "kept runs");
  private volatile boolean listening;
  private volatile boolean closed;

  /** When it was told, in milliseconds, and which snapshot it is. */
  private record Told(long at, String snapshotId) {}

  /**
   * A run whose results are kept.
   *
   * @param nanos from its end to the moment in which an open page heard that they are
   */
  public record Kept(String snapshotId, long nanos) {}

  /**
   * Listens from now on.
   *
   * @param events port of the service that tells open pages
   */
  public KeptRuns(
      Vertx vertx, String bootstrap, int events, Map<String, String> bearer, String artifact) {
    this.bootstrap = bootstrap;
    this.client = vertx.createHttpClient();
    reader.setDaemon(true);
    reader.start();
    RequestOptions request =
        new RequestOptions()
            .setHost("localhost")
            .setPort(events)
            .setMethod(HttpMethod.GET)
            .setURI("/api/events?artifact=" + artifact);
    bearer.forEach(request::putHeader);
    client
        .request(request)
        .compose(HttpClientRequest::send)
        .onSuccess(answer -> {
          answer.handler(RecordParser.newDelimited("\n", this::line));
          listening = answer.statusCode() == 200;
        });
  }

  /** True as soon as nothing is missed. */
  public boolean isListening() {
    return listening;
  }

  /** What became of a run; empty as long as it is not known. */
  public Optional<Kept> of(String runId) {
    Long end = ended.get(runId);
    Told heard = told.get(runId);
    return end == null || heard == null
        ? Optional.empty()
        : Optional.of(new Kept(heard.snapshotId(), Duration.ofMillis(heard.at() - end).toNanos()));
  }

  @Override
  public void close() {
    closed = true;
    client.close();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void line(Buffer line) {
    String text = line.toString();
    if (text.startsWith(DATA) && text.contains("snapshotId")) {
      JsonObject data = new JsonObject(text.substring(DATA.length()));
      told.put(
          data.getString("runId"),
          new Told(System.currentTimeMillis(), data.getString("snapshotId")));
    }
  }

  private void read() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "1000"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(Set.of("refresh.finished"));
      while (!closed) {
        consumer.poll(POLL).forEach(this::note);
      }
    }
  }

  /** The time is that of connector-service when it said so. */
  private void note(ConsumerRecord<String, String> event) {
    ended.put(new JsonObject(event.value()).getString("runId"), event.timestamp());
  }
}
