package dev.liveartifacts.bench.subject;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Asks for runs as scheduler-service would, and hears how they end. Thread-safe. */
public final class AskedRuns implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Map<String, Set<String>> ends = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger events = new AtomicInteger();
  private final String bootstrap;
  private final KafkaConsumer<String, String> consumer;
  private final Thread reader = new Thread(this::read, "asked runs");
  private volatile boolean closed;

  public AskedRuns(String bootstrap) {
    this.bootstrap = bootstrap;
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
                "1000"),
            new StringDeserializer(),
            new StringDeserializer());
    reader.setDaemon(true);
    reader.start();
  }

  /** What may be run, and where. */
  public record Permission(String artifactId, String delegationId) {}

  /** Asks for so many runs at once. */
  public void ask(int count, Permission permission) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new StringSerializer())) {
      Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      for (int i = 0; i < count; i++) {
        String run = UUID.randomUUID().toString();
        asked.add(run);
        // keys spread the runs over all partitions
        producer.send(
            new ProducerRecord<>(
                "refresh.requested", run, request(run, permission, first.plusMillis(i))));
      }
    }
  }

  /** Different runs that ended. */
  public int ended() {
    return ends.size();
  }

  /** Events about it, repeated ones too. */
  public int events() {
    return events.get();
  }

  /** Runs that say of all their calls that they went well. */
  public long whole(int calls) {
    return ends.values().stream()
        .filter(told -> told.stream().allMatch(text -> isWhole(new JsonObject(text), calls)))
        .count();
  }

  /** Runs of which two different ends were told. */
  public long contradicted() {
    return ends.values().stream().filter(told -> told.size() > 1).count();
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

  private static boolean isWhole(JsonObject end, int calls) {
    JsonArray made = end.getJsonArray("calls");
    return "finished".equals(end.getString("outcome")) && made.size() == calls;
  }

  private static String request(String run, Permission permission, Instant due) {
    return new JsonObject()
        .put("runId", run)
        .put("scheduleId", UUID.randomUUID().toString())
        .put("artifactId", permission.artifactId())
        .put("delegationId", permission.delegationId())
        .put("ownerId", "ada")
        .put("dueAt", due.toString())
        .put("requestedAt", due.toString())
        .put("timeZone", "UTC")
        .encode();
  }

  private void read() {
    try (consumer) {
      consumer.subscribe(Set.of("refresh.finished"));
      while (!closed) {
        ConsumerRecords<String, String> records = consumer.poll(POLL);
        records.forEach(record -> note(record.value()));
      }
    }
  }

  private void note(String text) {
    String run = new JsonObject(text).getString("runId");
    if (asked.contains(run)) {
      events.incrementAndGet();
      ends.computeIfAbsent(run, id -> ConcurrentHashMap.newKeySet()).add(text);
    }
  }
}
