package dev.liveartifacts.connector.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.call.CallAnswer;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.CallOutcome;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome together with what it is the outcome of.
 *
 * @param callKey what the call is known by; null if it never came to that
 * @param connector the connector's name; empty if there is no such connector
 * @param shared true if the workspace's connection was used: everybody would get the same
 */
public record Answer(
    UUID connectorId,
    String connector,
    String tool,
    @Nullable String callKey,
    boolean shared,
    Outcome outcome) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public CallOutcome kind() {
    return switch (outcome) {
      case Outcome.Fresh fresh -> CallOutcome.FRESH;
      case Outcome.Stale stale -> CallOutcome.STALE;
      case Outcome.Failed failed -> CallOutcome.FAILED;
    };
  }

  /** When the result was stored; null without one. */
  public @Nullable Instant storedAt() {
    return switch (outcome) {
      case Outcome.Fresh fresh -> fresh.storedAt();
      case Outcome.Stale stale -> stale.storedAt();
      case Outcome.Failed failed -> null;
    };
  }

  public @Nullable CallError error() {
    return switch (outcome) {
      case Outcome.Fresh fresh -> null;
      case Outcome.Stale stale -> stale.error();
      case Outcome.Failed failed -> failed.error();
    };
  }

  /** The structure of the result; null where none is known. */
  public @Nullable String shapeHash() {
    return switch (outcome) {
      case Outcome.Fresh fresh -> fresh.shapeHash();
      case Outcome.Stale stale -> stale.shapeHash();
      case Outcome.Failed failed -> null;
    };
  }

  public long durationMillis() {
    return switch (outcome) {
      case Outcome.Fresh fresh -> fresh.durationMillis();
      case Outcome.Stale stale -> stale.durationMillis();
      case Outcome.Failed failed -> failed.durationMillis();
    };
  }

  /**
   * The answer as {@link dev.liveartifacts.contracts.call.CallAnswer} has it, with the result's
   * bytes copied, not read.
   */
  public Buffer json() {
    byte[] result = result();
    byte[] head = head();
    // The head is a whole object: its closing brace moves behind the result.
    return Buffer.buffer(head.length + result.length + 16)
        .appendBytes(head, 0, head.length - 1)
        .appendString(",\"result\":")
        .appendBytes(result)
        .appendByte((byte) '}');
  }

  private byte[] head() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setCodec(MAPPER);
      json.writeStartObject();
      json.writeObjectField("outcome", kind());
      json.writeStringField("connectorId", connectorId.toString());
      json.writeStringField("connector", connector);
      json.writeStringField("tool", tool);
      json.writeStringField("storedAt", text(storedAt()));
      json.writeBooleanField("cached", outcome instanceof Outcome.Fresh fresh && fresh.cached());
      json.writeNumberField("durationMillis", durationMillis());
      json.writeObjectField("error", error());
      json.writeStringField("shapeHash", shapeHash());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** The same as a record. */
  public CallAnswer contract() {
    return new CallAnswer(
        kind(),
        connectorId,
        connector,
        tool,
        storedAt(),
        outcome instanceof Outcome.Fresh fresh && fresh.cached(),
        durationMillis(),
        error(),
        shapeHash(),
        new String(result(), StandardCharsets.UTF_8));
  }

  /** The result's JSON, byte for byte. */
  public byte[] result() {
    return switch (outcome) {
      case Outcome.Fresh fresh -> fresh.json();
      case Outcome.Stale stale -> stale.json();
      case Outcome.Failed(CallError error, var _, byte @Nullable [] json) ->
          json == null ? asResult(error) : json;
    };
  }

  private static byte[] asResult(CallError error) {
    var result = MAPPER.createObjectNode();
    result.putArray("content").addObject().put("type", "text").put("text", error.message());
    return result.put("isError", true).toString().getBytes(StandardCharsets.UTF_8);
  }
}
