package dev.liveartifacts.artifact.pausing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.contracts.refresh.SchedulePaused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes {@code schedule.paused}; one replica takes each. While the database is away, events wait;
 * one that cannot be read is left out, and the log says which.
 */
@ApplicationScoped
class SchedulePausedConsumer {
  private static final Logger LOG = Logger.getLogger(SchedulePausedConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final PausedScheduleStore store;
  private final DeliveryLoop loop;
  private final ObjectReader reader;

  SchedulePausedConsumer(PausedScheduleStore store, DeliveryLoop loop, ObjectMapper json) {
    this.store = store;
    this.loop = loop;
    this.reader =
        json.readerFor(SchedulePaused.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Incoming("schedule-paused")
  Uni<Void> paused(String event) {
    return read(event).map(this::tell).orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> tell(SchedulePaused event) {
    return Uni.createFrom()
        .deferred(() -> store.tell(event))
        .onFailure()
        .invoke(failure -> LOG.warnf("A paused schedule has to wait: %s", failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(loop::wake);
  }

  private Optional<SchedulePaused> read(String text) {
    try {
      SchedulePaused event = reader.readValue(text);
      if (isWhole(event)) {
        return Optional.of(event);
      }
      LOG.errorf("An event of schedule.paused lacks something and is left out");
    } catch (JsonProcessingException malformed) {
      LOG.errorf(
          "An event of schedule.paused cannot be read and is left out: %s",
          malformed.getOriginalMessage());
    }
    return Optional.empty();
  }

  private static boolean isWhole(SchedulePaused event) {
    return event != null
        && Stream.of(
                event.scheduleId(), event.artifactId(), event.ownerId(), event.reason(), event.at())
            .noneMatch(Objects::isNull);
  }
}
