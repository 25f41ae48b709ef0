package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.packing.Gzip;
import dev.liveartifacts.artifact.problem.Problems;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The text of a page as it is kept: UTF-8, compressed, named by its SHA-256. */
public record PageText(Buffer sha256, Buffer gzip, int size) {
  /** The largest page, in bytes of UTF-8. */
  public static final int LIMIT = 16 * 1024 * 1024;

  /** Fails with a problem if the page is larger than {@link #LIMIT}. */
  public static PageText of(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LIMIT) {
      throw Problems.tooLarge("This page is larger than 16 MiB, which is the limit.");
    }
    return new PageText(
        Buffer.buffer(sha256(bytes)), Buffer.buffer(Gzip.pack(bytes)), bytes.length);
  }

  public static String read(Buffer gzip) {
    return new String(Gzip.unpack(gzip), StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
