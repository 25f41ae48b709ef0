package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code refresh.requested}, of which a newer scheduler may say more than we know. */
final class RequestReader {
  /** The event itself is at fault, however often it comes. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return Objects.requireNonNullElse(getMessage(), "");
    }
  }

  private final ObjectReader reader;

  RequestReader(ObjectMapper json) {
    this.reader =
        json.readerFor(RefreshRequested.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  RefreshRequested read(byte[] payload) throws Unreadable {
    RefreshRequested requested = parsed(payload);
    if (requested == null
        || Stream.of(
                requested.runId(),
                requested.scheduleId(),
                requested.artifactId(),
                requested.delegationId(),
                requested.ownerId())
            .anyMatch(Objects::isNull)) {
      throw new Unreadable("it lacks one of its ids");
    }
    if (requested.dueAt() == null || requested.requestedAt() == null) {
      throw new Unreadable("it does not say when it is due");
    }
    requireZone(requested.timeZone());
    return requested;
  }

  private RefreshRequested parsed(byte[] payload) throws Unreadable {
    try {
      return reader.readValue(payload);
    } catch (IOException e) {
      throw new Unreadable("it is not JSON");
    }
  }

  private static void requireZone(String name) throws Unreadable {
    try {
      ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Unreadable("there is no such time zone");
    }
  }
}
