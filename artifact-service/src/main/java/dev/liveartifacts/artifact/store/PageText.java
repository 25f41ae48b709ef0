package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.problem.Problems;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

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
        Buffer.buffer(sha256(bytes)), Buffer.buffer(compressed(bytes)), bytes.length);
  }

  public static String read(Buffer gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.getBytes()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
