package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A built application, linked into the data directory, so that a build may replace it while it
 * runs. Named after what it consists of: an unchanged one is found again, an older one is removed.
 */
final class Installation {
  private final Path source;
  private final Path shelf;

  /**
   * Does not copy anything yet.
   *
   * @param source the directory that the build made
   * @param shelf where all installations of this application lie
   */
  Installation(Path source, Path shelf) {
    this.source = source;
    this.shelf = shelf;
  }

  /** The directory to run, made if it is not there yet. */
  Path directory() {
    try {
      List<Path> files = files();
      Path installed = shelf.resolve(fingerprint(files));
      if (!Files.isDirectory(installed)) {
        Directories.delete(shelf);
        Path draft = Directories.createPrivate(shelf.resolve("draft"));
        for (Path file : files) {
          link(file, draft.resolve(source.relativize(file).toString()));
        }
        Files.move(draft, installed, StandardCopyOption.ATOMIC_MOVE);
      }
      return installed;
    } catch (IOException | UncheckedIOException e) {
      throw new LocalFailure(
          source + " changed while it was read: wait for the build and start again.", e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(source)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String fingerprint(List<Path> files) throws IOException {
    CRC32 sum = new CRC32();
    for (Path file : files) {
      String line =
          source.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
      sum.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return Long.toHexString(sum.getValue());
  }

  private static void link(Path file, Path target) throws IOException {
    Files.createDirectories(Directories.of(target));
    try {
      Files.createLink(target, file);
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
