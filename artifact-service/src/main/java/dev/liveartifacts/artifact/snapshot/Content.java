package dev.liveartifacts.artifact.snapshot;

import dev.liveartifacts.artifact.packing.Gzip;
import dev.liveartifacts.artifact.result.ResultRows;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A result as it is kept: compressed, named by the SHA-256 of its bytes in lower-case hex.
 *
 * @param size before compression
 * @param rows how many rows it has; null if it is no list
 */
public record Content(String sha256, Buffer gzip, int size, @Nullable Integer rows) {

  /** Takes a while for a large result: not for an event loop. */
  public static Content of(byte[] result) {
    ResultRows rows = ResultRows.of(result);
    return new Content(
        sha256(result),
        Buffer.buffer(Gzip.pack(result)),
        result.length,
        rows.list() ? rows.rows().size() : null);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
