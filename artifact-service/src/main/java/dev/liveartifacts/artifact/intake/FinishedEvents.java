package dev.liveartifacts.artifact.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code refresh.finished}, and says in words what is wrong with one that will not do. */
@Singleton
class FinishedEvents {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  FinishedEvents(ObjectMapper json) {
    // A newer connector-service may say more than we know.
    this.reader =
        json.readerFor(RefreshFinished.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.writer = json.writerFor(RefreshFinished.class);
  }

  /** What became of an event. */
  sealed interface Read {}

  /** One to work with. */
  record Readable(RefreshFinished run) implements Read {}

  /** One to park. */
  record Unreadable(String reason) implements Read {}

  Read read(@Nullable String event) {
    try {
      RefreshFinished run = event == null ? null : reader.readValue(event);
      return run == null ? new Unreadable("it is empty") : checked(run);
    } catch (JsonProcessingException broken) {
      return new Unreadable("it is no run that has finished");
    }
  }

  /** What was written here before. */
  RefreshFinished kept(String text) {
    try {
      return reader.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String write(RefreshFinished run) {
    try {
      return writer.writeValueAsString(run);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Read checked(RefreshFinished run) {
    if (Stream.of(run.runId(), run.artifactId(), run.outcome(), run.finishedAt())
        .anyMatch(Objects::isNull)) {
      return new Unreadable("it lacks its ids, its outcome or its time");
    }
    if (run.calls().stream().anyMatch(FinishedEvents::isHalf)) {
      return new Unreadable("one of its calls has neither a result nor an error");
    }
    List<Integer> positions = run.calls().stream().map(CallReport::position).toList();
    return positions.stream().distinct().count() < positions.size()
        ? new Unreadable("two of its calls have the same place")
        : new Readable(run);
  }

  private static boolean isHalf(CallReport call) {
    return Stream.of(call.connectorId(), call.connector(), call.tool()).anyMatch(Objects::isNull)
        || (call.contentHash() == null) == (call.error() == null);
  }
}
