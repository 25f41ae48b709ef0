package dev.liveartifacts.connector.health;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Kafka. Without it refreshes wait and calls are answered all the same: reported, but ready. */
@Readiness
@ApplicationScoped
public class EventHealth implements HealthCheck {
  private final HealthCenter channels;

  public EventHealth(HealthCenter channels) {
    this.channels = channels;
  }

  @Override
  public HealthCheckResponse call() {
    HealthReport report = channels.getReadiness();
    String away =
        report.getChannels().stream()
            .filter(channel -> !channel.isOk())
            .map(HealthReport.ChannelInfo::getChannel)
            .collect(Collectors.joining(", "));
    return HealthCheckResponse.named("Kafka")
        .up()
        .withData("state", away.isEmpty() ? "there" : "away: refreshes wait (" + away + ")")
        .build();
  }
}
