package dev.liveartifacts.local.command;

import dev.liveartifacts.local.system.DataDir;
import dev.liveartifacts.local.system.Leftovers;
import dev.liveartifacts.local.system.ProcessRecords;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code ./live down}: asks the launcher to stop everything; ends what a crashed one left behind.
 */
final class Down {
  private static final long LIMIT_SECONDS = 90;

  private Down() {}

  static void run(Arguments arguments) {
    DataDir dataDir = new DataDir(arguments.data());
    boolean ran = new ProcessRecords(dataDir).launcher().map(Down::end).orElse(false);
    List<String> left = endLeftovers(dataDir);
    if (!left.isEmpty()) {
      System.out.println(
          "Its launcher was gone; stopped what was left: " + String.join(", ", left));
    } else {
      System.out.println(ran ? "Everything is stopped." : "Nothing runs.");
    }
  }

  static List<String> endLeftovers(DataDir dataDir) {
    return new Leftovers(new ProcessRecords(dataDir)).end();
  }

  private static boolean end(ProcessHandle launcher) {
    launcher.destroy();
    try {
      launcher.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      launcher.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
