package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.work.Deflation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A good result as it is kept: a head of fixed width in plain digits, which scripts in Redis read
 * too, then the hash of its shape where that is known, then the result's own bytes, deflated where
 * that pays.
 *
 * <pre>freshUntil(13) storedAt(13) durationMillis(8) form(1) [shapeHash(64)] bytes</pre>
 *
 * The form is {@code p} for plain and {@code d} for deflated bytes, as a capital letter if the
 * shape's hash stands before them.
 */
record StoredResult(
    Instant freshUntil,
    Instant storedAt,
    long durationMillis,
    @Nullable String shapeHash,
    byte[] json) {
  static final int FRESH_UNTIL_WIDTH = 13;
  private static final int HEAD = 35;
  private static final int HASH = 64;
  private static final int FORM_AT = 34;
  private static final int WORTH_DEFLATING = 32 * 1024;
  private static final long LONGEST = 99_999_999;

  boolean isFreshAt(Instant now) {
    return now.isBefore(freshUntil);
  }

  StoredResult shaped(@Nullable String hash) {
    return new StoredResult(freshUntil, storedAt, durationMillis, hash, json);
  }

  byte[] bytes() {
    byte[] body = json.length < WORTH_DEFLATING ? json : Deflation.deflated(json);
    boolean plain = body.length >= json.length * 3 / 4;
    byte[] head = head(plain ? 'p' : 'd').getBytes(StandardCharsets.US_ASCII);
    byte[] kept = plain ? json : body;
    byte[] all = Arrays.copyOf(head, head.length + kept.length);
    System.arraycopy(kept, 0, all, head.length, kept.length);
    return all;
  }

  private String head(char form) {
    String head =
        "%013d%013d%08d"
            .formatted(
                freshUntil.toEpochMilli(),
                storedAt.toEpochMilli(),
                Math.clamp(durationMillis, 0, LONGEST));
    return shapeHash == null ? head + form : head + Character.toUpperCase(form) + shapeHash;
  }

  /**
   * @throws IllegalArgumentException if the bytes are not a stored result
   */
  static StoredResult read(byte[] bytes) {
    if (bytes.length < HEAD) {
      throw new IllegalArgumentException("A stored result is cut off");
    }
    boolean shaped = Character.isUpperCase(bytes[FORM_AT]);
    int from = shaped ? HEAD + HASH : HEAD;
    if (bytes.length < from) {
      throw new IllegalArgumentException("A stored result is cut off");
    }
    byte[] json =
        switch (bytes[FORM_AT]) {
          case 'p', 'P' -> Arrays.copyOfRange(bytes, from, bytes.length);
          case 'd', 'D' -> Deflation.inflated(bytes, from);
          default -> throw new IllegalArgumentException("A stored result has an unknown form");
        };
    return new StoredResult(
        Instant.ofEpochMilli(digits(bytes, 0, 13)),
        Instant.ofEpochMilli(digits(bytes, 13, 26)),
        digits(bytes, 26, FORM_AT),
        shaped ? new String(bytes, HEAD, HASH, StandardCharsets.US_ASCII) : null,
        json);
  }

  private static long digits(byte[] bytes, int from, int to) {
    return Long.parseLong(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "StoredResult[" + storedAt + ", " + json.length + " bytes]";
  }
}
