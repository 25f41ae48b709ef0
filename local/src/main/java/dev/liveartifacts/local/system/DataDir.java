package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The directory where everything lies that outlives a start: data, secrets, logs, process ids. It
 * carries a mark, so that nothing else is ever emptied by mistake.
 */
public record DataDir(Path path) {
  private static final String MARK = "live-artifacts-data";
  private static final long LEAST_FREE_BYTES = 1L << 30;

  public DataDir(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** Creates the directory if it is missing; refuses one that holds somebody else's files. */
  void open() {
    if (Files.isRegularFile(path)) {
      throw new LocalFailure(path + " is a file: name a directory with --data.");
    }
    if (!marked() && !empty()) {
      throw new LocalFailure(
          path + " holds other files: name an empty or a new directory with --data.");
    }
    try {
      Directories.createPrivate(path);
      Directories.createPrivate(path.resolve("apps"));
      Files.writeString(
          path.resolve(MARK), "Made by ./live up. Delete it with ./live up --fresh.\n");
    } catch (IOException | UncheckedIOException e) {
      throw new LocalFailure(
          path + " cannot be written: make it writable, or name another with --data.", e);
    }
    requireSpace();
  }

  /** Removes all data, if this directory is ours. */
  public void erase() {
    if (marked()) {
      Directories.delete(path);
    }
  }

  /** A secret of 256 bits in Base64, the same at every start. */
  String secret(String name) {
    return SecretFile.readOrCreate(path.resolve("secrets").resolve(name), SecretFile::randomKey);
  }

  public Path of(String name) {
    return path.resolve(name);
  }

  public Path log(String name) {
    return path.resolve("logs").resolve(name + ".log");
  }

  private boolean marked() {
    return Files.exists(path.resolve(MARK));
  }

  private boolean empty() {
    if (!Files.isDirectory(path)) {
      return true;
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private void requireSpace() {
    try {
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new LocalFailure(
            "Only "
                + (free >> 20)
                + " MB are free where "
                + path
                + " lies: free 1 GB, or name another directory with --data.");
      }
    } catch (IOException e) {
      throw new LocalFailure("The disk under " + path + " does not answer: " + e.getMessage(), e);
    }
  }
}
