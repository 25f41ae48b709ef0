package dev.liveartifacts.artifact.push;

import io.smallrye.health.api.HealthGroup;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Singleton;
import org.apache.kafka.common.Metric;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says whether Kafka is connected. Not part of readiness: without it pages do not update
 * themselves.
 */
@HealthGroup("dependencies")
@Singleton
class KafkaHealth implements HealthCheck {
  private final KafkaClientService clients;

  KafkaHealth(KafkaClientService clients) {
    this.clients = clients;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Kafka").status(connections() > 0).build();
  }

  private double connections() {
    return clients.getConsumer("refresh-finished").unwrap().metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("connection-count"))
        .map(Metric::metricValue)
        .mapToDouble(value -> ((Number) value).doubleValue())
        .sum();
  }
}
