package dev.liveartifacts.artifact.intake;

import dev.liveartifacts.artifact.audit.RunLog;
import dev.liveartifacts.artifact.parking.ParkedEventStore;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes {@code refresh.finished} and writes down that there is something to fetch; one replica
 * takes each. What cannot be read is parked with its reason, and the rest flows; while the database
 * is away, everything waits.
 */
@ApplicationScoped
class RefreshFinishedConsumer {
  private static final Logger LOG = Logger.getLogger(RefreshFinishedConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final FinishedEvents events;
  private final FinishedRunStore runs;
  private final ParkedEventStore parked;
  private final IntakeLoop loop;
  private final RunLog log;
  private final Clock clock;

  RefreshFinishedConsumer(
      FinishedEvents events,
      FinishedRunStore runs,
      ParkedEventStore parked,
      IntakeLoop loop,
      RunLog log,
      Clock clock) {
    this.events = events;
    this.runs = runs;
    this.parked = parked;
    this.loop = loop;
    this.log = log;
    this.clock = clock;
  }

  @Incoming("refresh-finished")
  Uni<Void> take(Message<String> message) {
    return Uni.createFrom()
        .deferred(() -> settled(message))
        .onFailure()
        .invoke(failure -> LOG.warnf("A finished run has to wait: %s", failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .chain(() -> Uni.createFrom().completionStage(message::ack));
  }

  private Uni<Void> settled(Message<String> message) {
    return switch (events.read(message.getPayload())) {
      case FinishedEvents.Unreadable(String reason) -> park(message, reason);
      case FinishedEvents.Readable(RefreshFinished run) ->
          log.write(run).chain(() -> isWanted(run) ? add(run) : nothing());
    };
  }

  /** A run that called nothing has no results, and those of yesterday's are gone by now. */
  private boolean isWanted(RefreshFinished run) {
    return !run.calls().isEmpty()
        && run.finishedAt().isAfter(clock.instant().minus(Intake.RESULTS_ARE_KEPT));
  }

  private Uni<Void> add(RefreshFinished run) {
    return runs.add(run).invoke(loop::wake);
  }

  private Uni<Void> park(Message<String> message, String reason) {
    IncomingKafkaRecordMetadata<?, ?> record =
        message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
    String position = record.getTopic() + ":" + record.getPartition() + ":" + record.getOffset();
    return parked.park(position, reason, String.valueOf(message.getPayload()));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
