package dev.liveartifacts.local.system;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what still runs although its launcher is gone: services first, then what they stand on. */
public final class Leftovers {
  private static final List<String> LAST = List.of("kafka", "redis", "sign-in", "postgresql");
  private static final long LIMIT_SECONDS = 15;

  private final ProcessRecords records;

  public Leftovers(ProcessRecords records) {
    this.records = records;
  }

  /** The names of what had to be ended. */
  public List<String> end() {
    List<ProcessRecord> running =
        records.children().stream()
            .filter(process -> process.running().isPresent())
            .sorted(Comparator.comparingInt(process -> LAST.indexOf(process.name())))
            .toList();
    running.stream()
        .filter(process -> !LAST.contains(process.name()))
        .forEach(process -> process.running().ifPresent(ProcessHandle::destroy));
    running.forEach(Leftovers::end);
    records.children().forEach(process -> records.remove(process.name()));
    return running.stream().map(ProcessRecord::name).toList();
  }

  private static void end(ProcessRecord process) {
    process.running().ifPresent(ProcessHandle::destroy);
    process.running().ifPresent(Leftovers::await);
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
