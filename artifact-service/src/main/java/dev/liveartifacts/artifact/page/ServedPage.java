package dev.liveartifacts.artifact.page;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A page as it goes over the wire. Making one takes a while for a large page. */
public record ServedPage(Buffer bytes, boolean gzip) {
  private static final int WORTH_COMPRESSING = 1_024;

  static ServedPage of(String html, boolean acceptsGzip) {
    byte[] plain = html.getBytes(StandardCharsets.UTF_8);
    return acceptsGzip && plain.length > WORTH_COMPRESSING
        ? new ServedPage(compressed(plain), true)
        : new ServedPage(Buffer.buffer(plain), false);
  }

  private static Buffer compressed(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
