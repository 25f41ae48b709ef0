package dev.liveartifacts.local.command;

import dev.liveartifacts.infra.signin.Person;
import dev.liveartifacts.local.system.DataDir;
import dev.liveartifacts.local.system.LocalFailure;
import dev.liveartifacts.local.system.LocalSystem;
import dev.liveartifacts.local.system.Options;
import dev.liveartifacts.local.system.Ports;
import dev.liveartifacts.local.system.ProcessRecords;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** {@code ./live up}: starts everything, says where it is, and stays until it is told to stop. */
final class Up {
  private Up() {}

  static void run(Arguments arguments, Path home) {
    DataDir dataDir = new DataDir(arguments.data());
    if (arguments.fresh()) {
      erase(dataDir);
    }
    Ports ports = new Ports(arguments.port());
    LocalSystem system =
        LocalSystem.prepare(new Options(home, dataDir, ports, true, true, Up::say));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop everything"));
    say("Starting Live Artifacts …");
    system.run();
    say(welcome(system));
    if (arguments.detach()) {
      letGo(system.log("launcher"));
    }
    stay();
  }

  private static void erase(DataDir dataDir) {
    if (new ProcessRecords(dataDir).launcher().isPresent()) {
      throw new LocalFailure(
          "Live Artifacts runs with the data in "
              + dataDir.path()
              + ": end it with ./live down before starting afresh.");
    }
    Down.endLeftovers(dataDir);
    dataDir.erase();
  }

  private static String welcome(LocalSystem system) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%nReady after %s.%n%n", seconds(system.elapsed())));
    text.append("  Open      ").append(system.appUrl()).append('\n');
    text.append("  Sign in   ");
    for (Person person : Person.all()) {
      text.append(person.name())
          .append(" (")
          .append(String.join(", ", person.groups()))
          .append(person.equals(Person.CLEO) ? ")" : "), ");
    }
    return text.append("; no password on this machine\n  Stop      Ctrl-C, or ./live down\n")
        .toString();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }

  /** To the terminal, and to the launcher's log after it let go of the terminal. */
  private static void say(String sentence) {
    System.out.println(sentence);
  }

  private static void letGo(Path log) {
    try {
      PrintStream file = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8);
      System.out.close();
      System.err.close();
      System.setOut(file);
      System.setErr(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(LocalSystem system) {
    say("\nStopping …");
    system.stop();
    say("Everything is stopped.");
  }

  private static void stay() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
