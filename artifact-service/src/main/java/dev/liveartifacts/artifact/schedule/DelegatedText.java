package dev.liveartifacts.artifact.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delegations as JSON: numbers in arguments keep their digits. */
public final class DelegatedText {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private DelegatedText() {}

  /** The tree of arguments that were recorded. */
  public static JsonNode arguments(RecordedCall call) {
    try {
      return JSON.readTree(call.arguments());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Recorded arguments are not JSON", e);
    }
  }

  static Buffer write(Delegated delegated) {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(delegated));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A delegation cannot be written as JSON", e);
    }
  }

  static Buffer write(Delegated shown, String timeZone) {
    try {
      return Buffer.buffer(
          JSON.writeValueAsBytes(
              new Shown(shown.calls(), shown.version(), shown.expiresAt(), timeZone)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A delegation cannot be written as JSON", e);
    }
  }

  private record Shown(
      List<Delegated.Call> calls, int version, @Nullable Instant expiresAt, String timeZone) {}

  static List<GivenDelegation> read(Buffer body) {
    try {
      return JSON.readValue(body.getBytes(), new TypeReference<List<GivenDelegation>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("Delegations are not told as they should be", e);
    }
  }

  /** What a problem says; null if it is none. */
  static @Nullable String detail(Buffer body) {
    try {
      return JSON.readTree(body.getBytes()).path("detail").textValue();
    } catch (IOException e) {
      return null;
    }
  }
}
