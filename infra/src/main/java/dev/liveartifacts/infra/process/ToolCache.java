package dev.liveartifacts.infra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/**
 * A directory of this person's own (mode 0700) where native programs are unpacked once. Two
 * processes may unpack at the same time: the first one to finish wins.
 */
public final class ToolCache {
  private ToolCache() {}

  /** Fills an empty directory with what is to be kept. */
  @FunctionalInterface
  public interface Unpacking {
    void into(Path directory) throws IOException;
  }

  /** The directory of that name, unpacked if it is not there yet. */
  public static Path directory(String name, Unpacking unpacking) {
    Path target = root().resolve(name);
    if (Files.isDirectory(target)) {
      return target;
    }
    try {
      Files.createDirectories(root());
      Path fresh = Files.createTempDirectory(root(), name);
      unpacking.into(fresh);
      publish(fresh, target);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not unpack " + name + " to " + target, e);
    }
  }

  /** For example {@code linux-amd64} or {@code darwin-arm64}. */
  public static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (os.contains("mac") ? "darwin" : "linux")
        + (cpu.equals("aarch64") || cpu.equals("arm64") ? "-arm64" : "-amd64");
  }

  public static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void publish(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      Directories.delete(fresh);
    }
  }

  private static Path root() {
    Map<String, String> environment = System.getenv();
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    return (cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
        .resolve("live-artifacts");
  }
}
