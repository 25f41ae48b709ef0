package dev.liveartifacts.scheduler.pause;

import dev.liveartifacts.contracts.refresh.SchedulePaused;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends {@code schedule.paused}, keyed by artifact. */
@ApplicationScoped
class SchedulePausedPublisher {
  private final MutinyEmitter<SchedulePaused> emitter;

  SchedulePausedPublisher(@Channel("schedule-paused") MutinyEmitter<SchedulePaused> emitter) {
    this.emitter = emitter;
  }

  /** Completes when Kafka has it. */
  Uni<Void> publish(SchedulePaused event) {
    OutgoingKafkaRecordMetadata<String> key =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withKey(event.artifactId().toString())
            .build();
    return emitter.sendMessage(Message.of(event, Metadata.of(key)));
  }
}
