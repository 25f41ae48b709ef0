package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.work.Turnstile;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes refresh requests. Several run at once; one is acknowledged when its end has been published.
 * A request that cannot be understood is parked and does not hold up the others.
 */
@ApplicationScoped
public class RefreshConsumer {
  private static final Logger LOG = Logger.getLogger(RefreshConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Runs runs;
  private final RefreshPublisher publisher;
  private final ParkedEventStore parked;
  private final RequestReader reader;
  private final Turnstile turnstile;
  private final Counter parkedEvents;

  public RefreshConsumer(
      Runs runs,
      RefreshPublisher publisher,
      ParkedEventStore parked,
      ObjectMapper json,
      RefreshConfig config,
      MeterRegistry metrics) {
    this.runs = runs;
    this.publisher = publisher;
    this.parked = parked;
    this.reader = new RequestReader(json);
    this.turnstile = new Turnstile(config.runsAtATime(), config.runsAtATime());
    this.parkedEvents = metrics.counter("live.refresh.parked");
  }

  /** Ends when the request has begun to run, so that the next one can be taken. */
  @Incoming("refresh-requested")
  public Uni<Void> take(Message<byte[]> message) {
    return Uni.createFrom()
        .emitter(begun ->
            turnstile
                .pass(() -> {
                  begun.complete(null);
                  return handled(message);
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.error("A refresh was not handled", failure)));
  }

  private Uni<Void> handled(Message<byte[]> message) {
    return Uni.createFrom()
        .deferred(() -> settled(message))
        .onFailure()
        .invoke(failure -> LOG.warnf("A refresh has to wait: %s", failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .chain(() -> Uni.createFrom().completionStage(message::ack));
  }

  private Uni<Void> settled(Message<byte[]> message) {
    RefreshRequested requested;
    try {
      requested = reader.read(message.getPayload());
    } catch (RequestReader.Unreadable e) {
      return park(message, e.reason());
    }
    TracingMetadata trace = TracingMetadata.fromMessage(message).orElse(TracingMetadata.empty());
    return runs.run(requested)
        .chain(finished -> publisher.publish(finished, trace))
        .onFailure(Poison::isIn)
        .recoverWithUni(() -> park(message, "what it leads to cannot be stored"));
  }

  private Uni<Void> park(Message<byte[]> message, String why) {
    parkedEvents.increment();
    IncomingKafkaRecordMetadata<?, ?> record =
        message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
    String position = record.getPartition() + ":" + record.getOffset();
    LOG.warnf("A refresh request at %s is parked: %s", position, why);
    return parked.park(
        record.getTopic(),
        record.getTopic() + ":" + position,
        why,
        new String(message.getPayload(), StandardCharsets.UTF_8));
  }
}
