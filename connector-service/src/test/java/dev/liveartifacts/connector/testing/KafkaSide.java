package dev.liveartifacts.connector.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.Topics;
import dev.liveartifacts.infra.Infra;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The other side of Kafka: asks for refreshes, and hears how they go. */
public final class KafkaSide implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final String suffix;
  private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;

  public KafkaSide() {
    this(Infra.shared().topicSuffix());
  }

  /**
   * @param suffix of the topics
   */
  public KafkaSide(String suffix) {
    this.suffix = suffix;
    String servers = Infra.shared().kafkaBootstrap();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                UUID.randomUUID().toString(),
                "metadata.max.age.ms",
                "500",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(Topics.REFRESH_FINISHED + suffix, Topics.REFRESH_PROGRESS + suffix));
  }

  public void ask(RefreshRequested event) {
    send(new ProducerRecord<>(asked(), event.artifactId().toString(), json(event)));
  }

  /**
   * @param traceparent the trace that it belongs to (W3C Trace Context)
   */
  public void ask(RefreshRequested event, String traceparent) {
    var record = new ProducerRecord<>(asked(), event.artifactId().toString(), json(event));
    record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
    send(record);
  }

  /** Says something that is perhaps no request. */
  public void tell(String text) {
    send(new ProducerRecord<>(asked(), "", text));
  }

  private void send(ProducerRecord<String, String> record) {
    producer.send(record);
    producer.flush();
  }

  private String asked() {
    return Topics.REFRESH_REQUESTED + suffix;
  }

  public RefreshFinished awaitFinished(UUID runId) {
    return awaitFinished(runId, 1);
  }

  /** The last of so many reports of a run. */
  public RefreshFinished awaitFinished(UUID runId, int times) {
    Awaitility.await().atMost(LIMIT).until(() -> finishedOf(runId).size() >= times);
    return finishedOf(runId).get(times - 1);
  }

  public List<RefreshFinished> finishedOf(UUID runId) {
    return of(Topics.REFRESH_FINISHED, runId).stream()
        .map(record -> read(record.value(), RefreshFinished.class))
        .toList();
  }

  /** How the end of a run was told; it has to be there. */
  public ConsumerRecord<String, String> finishedRecord(UUID runId) {
    return of(Topics.REFRESH_FINISHED, runId).getFirst();
  }

  public List<RefreshProgress> progressOf(UUID runId) {
    return of(Topics.REFRESH_PROGRESS, runId).stream()
        .map(record -> read(record.value(), RefreshProgress.class))
        .toList();
  }

  /** Everything that was said on a topic. */
  public String text(String topic) {
    poll();
    return heard.stream()
        .filter(record -> record.topic().equals(topic + suffix))
        .map(ConsumerRecord::value)
        .collect(Collectors.joining("\n"));
  }

  public String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private List<ConsumerRecord<String, String>> of(String topic, UUID runId) {
    poll();
    return heard.stream()
        .filter(record -> record.topic().equals(topic + suffix))
        .filter(record -> record.value().contains("\"runId\":\"" + runId))
        .toList();
  }

  private void poll() {
    consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    consumer.close();
  }
}
