package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes sure that one launcher at a time uses a data directory; a crash lets go of it. */
final class Lock {
  private final FileChannel channel;
  private final ProcessRecords records;

  private Lock(FileChannel channel, ProcessRecords records) {
    this.channel = channel;
    this.records = records;
  }

  static Lock take(DataDir dataDir, Ports ports) {
    Path run = Directories.createPrivate(dataDir.of("run"));
    try {
      FileChannel channel =
          FileChannel.open(
              run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new LocalFailure(
            "Live Artifacts runs already with the data in "
                + dataDir.path()
                + RunningUrl.read(dataDir).map(url -> ", at " + url).orElse("")
                + ": open it, end it with ./live down, or name other data with --data.");
      }
      ProcessRecords records = new ProcessRecords(dataDir);
      records.write(ProcessRecords.LAUNCHER, ProcessHandle.current());
      RunningUrl.write(dataDir, ports);
      return new Lock(channel, records);
    } catch (IOException e) {
      throw new LocalFailure(
          "The data in " + dataDir.path() + " cannot be used: " + e.getMessage(), e);
    }
  }

  void release() {
    try {
      if (channel.isOpen()) {
        records.remove(ProcessRecords.LAUNCHER);
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
