package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Says how far a run is. Nothing waits for it: while Kafka is away or behind, it says nothing. */
@ApplicationScoped
public class ProgressPublisher {
  private static final Logger LOG = Logger.getLogger(ProgressPublisher.class);

  private final MutinyEmitter<String> progress;
  private final ObjectMapper json;

  public ProgressPublisher(
      @Channel("refresh-progress") @OnOverflow(OnOverflow.Strategy.DROP)
          MutinyEmitter<String> progress,
      ObjectMapper json) {
    this.progress = progress;
    this.json = json;
  }

  void tell(RefreshProgress event) {
    OutgoingKafkaRecordMetadata<String> record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withKey(event.artifactId().toString())
            .build();
    progress
        .sendMessage(Message.of(text(event)).addMetadata(record))
        .subscribe()
        .with(sent -> {}, failure -> LOG.debugf("Progress was not told: %s", failure));
  }

  private String text(RefreshProgress event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Progress cannot be written as JSON", e);
    }
  }
}
