package dev.liveartifacts.artifact.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** One gzip stream (RFC 1952), flushed after each piece. */
final class GzipPacking implements Packing {
  private static final int BUFFER = 8 * 1_024;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final GZIPOutputStream gzip;

  GzipPacking() {
    try {
      gzip = new GZIPOutputStream(out, BUFFER, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] pack(ServedPage.Piece piece) {
    try {
      gzip.write(piece.text().getBytes(StandardCharsets.UTF_8));
      if (piece.last()) {
        gzip.close();
      } else {
        gzip.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] packed = out.toByteArray();
    out.reset();
    return packed;
  }
}
