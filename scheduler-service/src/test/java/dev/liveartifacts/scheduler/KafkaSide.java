package dev.liveartifacts.scheduler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The other side of Kafka: what connector-service would see and say. */
public final class KafkaSide implements AutoCloseable {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final String suffix;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

  public KafkaSide(String bootstrap, String suffix) {
    this.suffix = suffix;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
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
                "500"),
            new StringDeserializer(),
            new StringDeserializer());
  }

  public KafkaSide watch(String topic) {
    consumer.subscribe(List.of(topic + suffix));
    return this;
  }

  /** The first record that contains {@code text}, as soon as it is there. */
  public ConsumerRecord<String, String> await(String text) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !withText(text).isEmpty());
    return withText(text).getFirst();
  }

  public List<ConsumerRecord<String, String>> withText(String text) {
    consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    return seen.stream().filter(record -> record.value().contains(text)).toList();
  }

  public void tell(RefreshFinished report) {
    tell(report.artifactId().toString(), json(report));
  }

  public void tell(RefreshProgress progress) {
    tell("refresh.progress", progress.artifactId().toString(), json(progress));
  }

  public void tell(String key, String value) {
    tell("refresh.finished", key, value);
  }

  private void tell(String topic, String key, String value) {
    producer.send(new ProducerRecord<>(topic + suffix, key, value));
    producer.flush();
  }

  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
  }
}
