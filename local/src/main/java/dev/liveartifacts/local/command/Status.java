package dev.liveartifacts.local.command;

import dev.liveartifacts.local.system.DataDir;
import dev.liveartifacts.local.system.LocalSystem;
import dev.liveartifacts.local.system.ProcessRecords;
import dev.liveartifacts.local.system.RunningUrl;
import java.util.Locale;

/** {@code ./live status}: which parts run. */
final class Status {
  private Status() {}

  static void run(Arguments arguments) {
    DataDir dataDir = new DataDir(arguments.data());
    ProcessRecords records = new ProcessRecords(dataDir);
    boolean launcher = records.launcher().isPresent();
    System.out.println(
        launcher
            ? "Live Artifacts runs at " + RunningUrl.read(dataDir).orElse("an unknown address")
            : "Live Artifacts does not run with the data in " + dataDir.path() + ".");
    LocalSystem.PARTS.forEach(part -> line(part, records, launcher));
    if (!launcher
        && LocalSystem.PARTS.stream().anyMatch(part -> records.running(part).isPresent())) {
      System.out.println("A crashed launcher left these behind: ./live down ends them.");
    }
  }

  private static void line(String part, ProcessRecords records, boolean launcher) {
    records
        .running(part)
        .map(process -> "runs, process " + process.pid())
        .or(() -> java.util.Optional.ofNullable(launcher ? "does not run" : null))
        .ifPresent(
            state -> System.out.println(String.format(Locale.ROOT, "  %-18s %s", part, state)));
  }
}
