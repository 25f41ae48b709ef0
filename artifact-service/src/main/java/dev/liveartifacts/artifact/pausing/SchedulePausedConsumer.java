package dev.liveartifacts.artifact.pausing;

import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.artifact.parking.ParkedEventStore;
import dev.liveartifacts.contracts.refresh.SchedulePaused;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes {@code schedule.paused}; one replica takes each. What cannot be read or kept is parked with
 * its reason, and the rest flows; while the database is away, everything waits.
 */
@ApplicationScoped
class SchedulePausedConsumer {
  private static final Logger LOG = Logger.getLogger(SchedulePausedConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final PausedEvents events;
  private final PausedScheduleStore store;
  private final ParkedEventStore parked;
  private final DeliveryLoop loop;

  SchedulePausedConsumer(
      PausedEvents events, PausedScheduleStore store, ParkedEventStore parked, DeliveryLoop loop) {
    this.events = events;
    this.store = store;
    this.parked = parked;
    this.loop = loop;
  }

  @Incoming("schedule-paused")
  Uni<Void> take(Message<String> message) {
    return Uni.createFrom()
        .deferred(() -> settled(message))
        .onFailure()
        .invoke(failure -> LOG.warnf("A paused schedule has to wait: %s", failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .chain(() -> Uni.createFrom().completionStage(message::ack));
  }

  private Uni<Void> settled(Message<String> message) {
    return switch (events.read(message.getPayload())) {
      case PausedEvents.Unreadable(String reason) -> park(message, reason);
      case PausedEvents.Readable(SchedulePaused event) -> store.tell(event).invoke(loop::wake);
    };
  }

  private Uni<Void> park(Message<String> message, String reason) {
    IncomingKafkaRecordMetadata<?, ?> record =
        message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
    String position = record.getTopic() + ":" + record.getPartition() + ":" + record.getOffset();
    return parked.park(position, reason, String.valueOf(message.getPayload()));
  }
}
