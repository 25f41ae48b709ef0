package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Says that a run ended, until Kafka has taken it. */
@ApplicationScoped
public class RefreshPublisher {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final MutinyEmitter<String> finished;
  private final ObjectMapper json;

  public RefreshPublisher(
      @Channel("refresh-finished") MutinyEmitter<String> finished, ObjectMapper json) {
    this.finished = finished;
    this.json = json;
  }

  /**
   * @param trace the trace of the request that the run came from
   */
  Uni<Void> publish(RefreshFinished event, TracingMetadata trace) {
    String text = text(event);
    OutgoingKafkaRecordMetadata<String> record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withKey(event.artifactId().toString())
            .build();
    return Uni.createFrom()
        .deferred(
            () -> finished.sendMessage(Message.of(text).addMetadata(record).addMetadata(trace)))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private String text(RefreshFinished event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A finished run cannot be written as JSON", e);
    }
  }
}
