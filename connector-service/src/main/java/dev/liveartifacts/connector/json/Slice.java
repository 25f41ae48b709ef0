package dev.liveartifacts.connector.json;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One JSON value as the range of bytes that it takes in a document, untouched.
 *
 * @param from the first byte
 * @param to the byte after the last
 * @param token what the value starts with, which tells its kind
 */
public record Slice(int from, int to, JsonToken token) {
  public boolean isObject() {
    return token == JsonToken.START_OBJECT;
  }

  public int length() {
    return to - from;
  }

  public byte[] of(byte[] document) {
    return Arrays.copyOfRange(document, from, to);
  }

  public String textOf(byte[] document) {
    return new String(document, from, to - from, StandardCharsets.UTF_8);
  }
}
