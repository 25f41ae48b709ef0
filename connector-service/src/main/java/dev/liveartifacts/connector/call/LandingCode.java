package dev.liveartifacts.connector.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.call.CallError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A landing in the few bytes that the followers of a flight read from Redis. A good result is not
 * written twice: its landing only says that it is in the cache.
 */
sealed interface LandingCode {
  /** The result is in the cache. */
  record InCache() implements LandingCode {}

  record Whole(Landing landing) implements LandingCode {}

  ObjectMapper JSON = new ObjectMapper();
  byte IN_CACHE = 'S';
  byte TOOL_FAILED = 'T';
  byte MISSED = 'M';
  int MILLIS_WIDTH = 8;

  /** How a miss is written. */
  record Miss(CallError error, boolean outage, long durationMillis) {}

  static byte[] write(Landing landing) {
    return switch (landing) {
      case Landing.Landed(var _) -> new byte[] {IN_CACHE};
      case Landing.ToolFailed(byte[] json, long millis) ->
          joined(TOOL_FAILED, "%08d".formatted(millis).getBytes(StandardCharsets.US_ASCII), json);
      case Landing.Missed(CallError error, boolean outage, long millis) ->
          joined(MISSED, json(new Miss(error, outage, millis)), new byte[0]);
    };
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the bytes are not a landing
   */
  static LandingCode read(byte[] bytes) {
    try {
      return switch (bytes.length == 0 ? 0 : bytes[0]) {
        case IN_CACHE -> new InCache();
        case TOOL_FAILED -> new Whole(toolFailed(bytes));
        case MISSED -> new Whole(missed(JSON.readValue(bytes, 1, bytes.length - 1, Miss.class)));
        default -> throw new IllegalArgumentException("A landing has an unknown form");
      };
    } catch (IOException e) {
      throw new IllegalArgumentException("A landing is not readable", e);
    }
  }

  private static Landing toolFailed(byte[] bytes) {
    int body = 1 + MILLIS_WIDTH;
    String millis = new String(bytes, 1, MILLIS_WIDTH, StandardCharsets.US_ASCII);
    return new Landing.ToolFailed(
        Arrays.copyOfRange(bytes, body, bytes.length), Long.parseLong(millis));
  }

  private static Landing missed(Miss miss) {
    return new Landing.Missed(miss.error(), miss.outage(), miss.durationMillis());
  }

  private static byte[] json(Miss miss) {
    try {
      return JSON.writeValueAsBytes(miss);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A failure cannot be written as JSON", e);
    }
  }

  private static byte[] joined(byte kind, byte[] first, byte[] second) {
    byte[] all = new byte[1 + first.length + second.length];
    all[0] = kind;
    System.arraycopy(first, 0, all, 1, first.length);
    System.arraycopy(second, 0, all, 1 + first.length, second.length);
    return all;
  }
}
