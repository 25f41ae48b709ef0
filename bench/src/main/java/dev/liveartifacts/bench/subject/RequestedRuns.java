package dev.liveartifacts.bench.subject;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code refresh.requested} as connector-service would. Thread-safe. */
public final class RequestedRuns implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  /** The first sight of a run. */
  public record Sight(String runId, String scheduleId, String artifactId, Instant at) {}

  private final Map<String, Sight> byRun = new ConcurrentHashMap<>();
  private final AtomicInteger events = new AtomicInteger();
  private final KafkaConsumer<String, String> consumer;
  private final Thread reader = new Thread(this::read, "requested runs");
  private volatile boolean closed;

  public RequestedRuns(String bootstrap) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "1000",
                "max.poll.records",
                "2000"),
            new StringDeserializer(),
            new StringDeserializer());
    reader.setDaemon(true);
    reader.start();
  }

  /** Forgets what was seen so far. */
  public void reset() {
    byRun.clear();
    events.set(0);
  }

  /** Different runs. */
  public int runs() {
    return byRun.size();
  }

  /** Events, repeated ones too. */
  public int events() {
    return events.get();
  }

  public List<Sight> sights() {
    return List.copyOf(byRun.values());
  }

  @Override
  public void close() {
    closed = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (consumer) {
      consumer.subscribe(List.of("refresh.requested"));
      while (!closed) {
        ConsumerRecords<String, String> records = consumer.poll(POLL);
        Instant now = Instant.now();
        records.forEach(record -> note(new JsonObject(record.value()), now));
      }
    }
  }

  private void note(JsonObject event, Instant now) {
    Sight sight =
        new Sight(
            event.getString("runId"),
            event.getString("scheduleId"),
            event.getString("artifactId"),
            now);
    byRun.putIfAbsent(sight.runId(), sight);
    events.incrementAndGet();
  }
}
