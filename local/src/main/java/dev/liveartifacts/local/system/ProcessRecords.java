package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One small file per process, so that everything can be stopped after the launcher crashed. */
public final class ProcessRecords {
  static final String LAUNCHER = "launcher";

  private static final String SUFFIX = ".pid";

  private final Path directory;

  public ProcessRecords(DataDir dataDir) {
    this.directory = dataDir.of("run");
  }

  void write(String name, ProcessHandle process) {
    try {
      Directories.createPrivate(directory);
      Files.writeString(file(name), ProcessRecord.of(name, process).line());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of that name, if it runs. */
  public Optional<ProcessHandle> running(String name) {
    return read(file(name)).flatMap(ProcessRecord::running);
  }

  public Optional<ProcessHandle> launcher() {
    return running(LAUNCHER);
  }

  /** Everything on record but the launcher. */
  List<ProcessRecord> children() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .flatMap(file -> read(file).stream())
          .filter(process -> !process.name().equals(LAUNCHER))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessRecord> read(Path file) {
    try {
      String name = file.getFileName().toString().replace(SUFFIX, "");
      return Optional.of(ProcessRecord.parse(name, Files.readString(file)));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Path file(String name) {
    return directory.resolve(name + SUFFIX);
  }
}
