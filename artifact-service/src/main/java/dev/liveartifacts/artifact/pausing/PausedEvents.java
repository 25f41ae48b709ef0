package dev.liveartifacts.artifact.pausing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.liveartifacts.contracts.refresh.SchedulePaused;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code schedule.paused}, and says in words what is wrong with one that will not do. */
@Singleton
class PausedEvents {
  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

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
    if (Stream.of(
            event.scheduleId(), event.artifactId(), event.ownerId(), event.reason(), event.at())
        .anyMatch(Objects::isNull)) {
      return new Unreadable("it lacks its ids, its owner, its reason or its time");
    }
    return isStorable(event) ? new Readable(event) : new Unreadable("what it says cannot be kept");
  }

  /** PostgreSQL has no NUL in a text, and an end of time. */
  private static boolean isStorable(SchedulePaused event) {
    return (event.ownerId() + event.reason()).indexOf('\0') < 0
        && event.at().isAfter(Instant.EPOCH)
        && event.at().isBefore(END_OF_TIME);
  }
}
