package dev.liveartifacts.artifact.pausing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.liveartifacts.contracts.refresh.SchedulePaused;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code schedule.paused}, and says in words what is wrong with one that will not do. */
@Singleton
class PausedEvents {
  private final ObjectReader reader;

  PausedEvents(ObjectMapper json) {
    // A newer scheduler-service may say more than we know.
    this.reader =
        json.readerFor(SchedulePaused.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** What became of an event. */
  sealed interface Read {}

  /** One to work with. */
  record Readable(SchedulePaused event) implements Read {}

  /** One to park. */
  record Unreadable(String reason) implements Read {}

  Read read(@Nullable String text) {
    try {
      SchedulePaused event = text == null ? null : reader.readValue(text);
      return event == null ? new Unreadable("it is empty") : checked(event);
    } catch (JsonProcessingException broken) {
      return new Unreadable("it is no schedule that has paused");
    }
  }

  private static Read checked(SchedulePaused event) {
    return Stream.of(
                event.scheduleId(), event.artifactId(), event.ownerId(), event.reason(), event.at())
            .anyMatch(Objects::isNull)
        ? new Unreadable("it lacks its ids, its owner, its reason or its time")
        : new Readable(event);
  }
}
