package dev.liveartifacts.connector.work;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes made smaller, in the ZLIB format (RFC 1950). */
public final class Deflation {
  private static final int PART = 16 * 1024;

  private Deflation() {}

  public static byte[] deflated(byte[] plain) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 16);
      byte[] part = new byte[PART];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    }
  }

  /**
   * @param from where they begin in {@code bytes}
   * @throws IllegalArgumentException if they are cut off, or something else
   */
  public static byte[] inflated(byte[] bytes, int from) {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes, from, bytes.length - from);
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 4);
      byte[] part = new byte[PART];
      while (!inflater.finished()) {
        int length = inflater.inflate(part);
        if (length == 0) {
          throw new IllegalArgumentException("Deflated bytes are cut off");
        }
        out.write(part, 0, length);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("The bytes do not inflate", e);
    }
  }
}
