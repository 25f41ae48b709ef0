package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshRequested;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends {@code refresh.requested}, keyed by artifact. */
@ApplicationScoped
class RefreshRequestedPublisher {
  private final MutinyEmitter<RefreshRequested> emitter;

  RefreshRequestedPublisher(
      @Channel("refresh-requested")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2048)
          MutinyEmitter<RefreshRequested> emitter) {
    this.emitter = emitter;
  }

  /** Completes when Kafka has it. */
  Uni<Void> publish(OutboxEntry entry) {
    RefreshRequested event = entry.event();
    OutgoingKafkaRecordMetadata<String> key =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withKey(event.artifactId().toString())
            .build();
    TracingMetadata trace = TracingMetadata.withCurrent(Traceparent.resume(entry.traceparent()));
    return emitter.sendMessage(Message.of(event, Metadata.of(key, trace)));
  }
}
