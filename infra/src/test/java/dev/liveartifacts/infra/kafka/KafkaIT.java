package dev.liveartifacts.infra.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.infra.process.Loopback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaIT {
  @TempDir Path directory;
  private Kafka server;

  @BeforeEach
  void start() {
    server =
        new Kafka(
            directory.resolve("data"),
            Loopback.freePort(),
            Loopback.freePort(),
            directory.resolve("log"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void events_survive_a_crash_and_a_restart_on_the_same_port() throws Exception {
    send("before");

    server.process().kill();
    server.start();
    send("after");

    assertThat(received(2)).containsExactly("before", "after");
  }

  private void send(String event) throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", server.bootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("events", "key", event)).get();
    }
  }

  private List<String> received(int count) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", server.bootstrap(),
                "group.id", "reader",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("events"));
      List<String> events = new java.util.ArrayList<>();
      for (int round = 0; round < 60 && events.size() < count; round++) {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(500));
        records.forEach(event -> events.add(event.value()));
      }
      return events;
    }
  }
}
