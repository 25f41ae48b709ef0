package dev.liveartifacts.artifact.publication.open;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a visitor of one public link carries (HMAC-SHA-256), so that every replica can tell it
 * and none has to keep it. A new key makes everything worthless that was signed before.
 */
@SuppressWarnings("ArrayRecordComponent")
record Seal(byte[] key) {
  private static final int MAC_BYTES = 32;

  /**
   * A text that is good until then.
   *
   * @param use what it is good for; a text for one use is none for another
   */
  String until(Instant end, String use) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + MAC_BYTES);
    bytes.putLong(end.getEpochSecond()).put(mac(use, end.getEpochSecond()));
    return written(bytes.array());
  }

  /** Says whether a text was signed with this key for this use, and is still good. */
  boolean holds(String text, String use, Instant now) {
    return read(text)
        .filter(bytes -> bytes.getLong(0) > now.getEpochSecond())
        .filter(bytes -> {
          byte[] mac = new byte[MAC_BYTES];
          bytes.get(Long.BYTES, mac);
          return MessageDigest.isEqual(mac, mac(use, bytes.getLong(0)));
        })
        .isPresent();
  }

  /** A text that goes with another one and cannot be guessed from it. */
  String companion(String text) {
    return written(mac("with " + text, 0));
  }

  private static String written(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Base64 can say the same bytes in several ways; only ours counts. */
  private static Optional<ByteBuffer> read(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      boolean ours = bytes.length == Long.BYTES + MAC_BYTES && written(bytes).equals(text);
      return ours ? Optional.of(ByteBuffer.wrap(bytes)) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private byte[] mac(String use, long end) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal((use + ' ' + end).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
