package dev.liveartifacts.connector.builtin.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Unpacks an archive once to nowhere, so that nothing larger than its bound is read for real. */
final class ZipBounds {
  private static final int MOST_ENTRIES = 5_000;

  private ZipBounds() {}

  static void check(byte[] file, long limit) {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      byte[] part = new byte[64 * 1024];
      long left = limit;
      int entries = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        left -= unpacked(zip, entry, part, left);
        if (left < 0 || ++entries > MOST_ENTRIES) {
          throw new BadSpreadsheet(
              "The file grows to more than " + (limit >> 20) + " MiB when it is unpacked.");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw XlsxFile.damaged();
    }
  }

  private static long unpacked(ZipFile zip, ZipArchiveEntry entry, byte[] part, long most)
      throws IOException {
    long size = 0;
    try (InputStream content = zip.getInputStream(entry)) {
      for (int read = content.read(part); read >= 0 && size <= most; read = content.read(part)) {
        size += read;
      }
    }
    return size;
  }
}
