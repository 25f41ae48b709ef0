package dev.liveartifacts.infra.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A child process with a log file that can be started, stopped, killed and started again.
 * Thread-safe.
 */
public final class ServerProcess {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 25;

  private final String name;
  private final Path log;
  private @Nullable Process process;
  private Consumer<ProcessHandle> launched = handle -> {};

  /**
   * Does not start anything yet.
   *
   * @param log everything the process writes is appended here
   */
  public ServerProcess(String name, Path log) {
    this.name = name;
    this.log = log;
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  /** Told about every process as soon as it exists, before it answers. */
  public synchronized void whenLaunched(Consumer<ProcessHandle> listener) {
    launched = listener;
  }

  /** Starts the command and returns at once. */
  public synchronized void launch(List<String> command, Map<String, String> environment) {
    if (alive()) {
      throw new PartFailure(name + " runs already.");
    }
    try {
      Files.createDirectories(Directories.of(log));
      ProcessBuilder builder =
          new ProcessBuilder(OwnSession.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
      launched.accept(process.toHandle());
    } catch (IOException e) {
      throw new PartFailure(name + " could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * Waits until {@code ready} holds; fails as soon as the process ends, or when the limit passes.
   */
  public void awaitReady(BooleanSupplier ready, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      if (endsWithin(POLL_MILLIS)) {
        throw new PartFailure(name + " ended while starting. " + lastWords());
      }
      if (System.nanoTime() > deadline) {
        kill();
        throw new PartFailure(
            name + " did not answer within " + limit.toSeconds() + " s. " + lastWords());
      }
    }
  }

  public synchronized boolean alive() {
    return process != null && process.isAlive();
  }

  /** The running process, or the one that ran last. */
  public synchronized @Nullable ProcessHandle handle() {
    return process == null ? null : process.toHandle();
  }

  /** Returns when the process has ended, by whatever cause; at once if none runs. */
  public void awaitEnd() {
    Process running = running();
    if (running != null) {
      running.onExit().join();
    }
  }

  /** Asks the process to end (SIGTERM) and kills it if it takes longer than 30 seconds. */
  public void stop() {
    stop("TERM");
  }

  /** The same with another signal, for example {@code INT}. */
  public void stop(String signal) {
    Process running = running();
    if (running == null) {
      return;
    }
    signal(running, signal);
    try {
      if (!running.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  /** Ends the process at once (SIGKILL), as a crash would, together with its own children. */
  public void kill() {
    Process running = running();
    if (running != null) {
      List<ProcessHandle> family = running.descendants().toList();
      running.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
      running.onExit().join();
    }
  }

  /** The end of the log, for a message. */
  public String lastWords() {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      List<String> last = lines.subList(Math.max(0, lines.size() - 8), lines.size());
      return "Its log " + log + " ends with:\n" + String.join("\n", last);
    } catch (IOException e) {
      return "Its log is " + log + ".";
    }
  }

  private synchronized @Nullable Process running() {
    return alive() ? process : null;
  }

  private boolean endsWithin(long millis) {
    Process running = running();
    try {
      return running == null || running.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailure("Interrupted while waiting for " + name + ".", e);
    }
  }

  private static void signal(Process running, String signal) {
    if (signal.equals("TERM")) {
      running.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(running.pid())).start().waitFor();
    } catch (IOException e) {
      running.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
