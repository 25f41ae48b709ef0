package dev.liveartifacts.bench.subject;

import dev.liveartifacts.bench.subject.RequestedRuns.Sight;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says how runs ended, as connector-service would, but as badly as a network and a bug can. */
public final class EndedRuns {
  /** Counts the runs whose end is the last one that was told about them. */
  public static final String AS_TOLD =
      "select count(*) from run where state = 'FINISHED' and finished_at = timestamptz '2026-11-21T12:00:00Z'";

  private static final Instant FAILED_AT = Instant.parse("2026-11-21T11:59:00Z");
  private static final Instant FINISHED_AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<String> NONSENSE =
      List.of(
          "{\"runId\": ",
          "null",
          "[]",
          "{}",
          "{\"runId\":\"%s\",\"outcome\":\"exploded\"}",
          "{\"runId\":\"%s\",\"outcome\":\"finished\",\"calls\":[]}");

  private EndedRuns() {}

  /**
   * What was sent.
   *
   * @param events all of them
   * @param poison those that nobody can understand
   */
  public record Told(int events, int poison) {}

  /** Of each run that it failed and then that it finished, each twice, shuffled, with nonsense. */
  public static Told tellBadly(String bootstrap, List<Sight> runs) {
    List<ProducerRecord<String, String>> records = new ArrayList<>();
    for (Sight run : runs) {
      for (int repeat = 0; repeat < 2; repeat++) {
        records.add(record(run.artifactId(), ended(run, "failed", FAILED_AT)));
        records.add(record(run.artifactId(), ended(run, "finished", FINISHED_AT)));
      }
    }
    int poison = Math.max(NONSENSE.size(), runs.size() / 20);
    for (int i = 0; i < poison; i++) {
      String nonsense = NONSENSE.get(i % NONSENSE.size()).formatted(UUID.randomUUID());
      records.add(record(UUID.randomUUID().toString(), nonsense));
    }
    Collections.shuffle(records, new Random(7));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new StringSerializer())) {
      records.forEach(producer::send);
    }
    return new Told(records.size(), poison);
  }

  /** How many events were parked with a reason; waits until there are that many. */
  public static long parked(String bootstrap, int expected) {
    long parked = 0;
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("refresh.finished.parked"));
      while (parked < expected && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          parked += hasReason(record) ? 1 : 0;
        }
      }
    }
    return parked;
  }

  private static boolean hasReason(ConsumerRecord<String, String> record) {
    var reason = record.headers().lastHeader("dead-letter-reason");
    return reason != null && !new String(reason.value(), StandardCharsets.UTF_8).isBlank();
  }

  private static ProducerRecord<String, String> record(String key, String value) {
    return new ProducerRecord<>("refresh.finished", key, value);
  }

  private static String ended(Sight run, String outcome, Instant at) {
    return JsonObject.of(
            "runId",
            run.runId(),
            "scheduleId",
            run.scheduleId(),
            "artifactId",
            run.artifactId(),
            "outcome",
            outcome,
            "calls",
            new JsonArray(),
            "finishedAt",
            at.toString())
        .encode();
  }
}
