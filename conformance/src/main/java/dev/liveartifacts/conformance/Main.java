package dev.liveartifacts.conformance;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program behind {@code ./live conformance}: without words it runs both revisions, with {@code
 * --scenario NAME} one scenario.
 */
public final class Main {
  private static final List<String> REVISIONS = List.of("2026-07-28", "2025-11-25");

  /** Failed loads are answered to whoever asked; the cache would log each once more. */
  private static final Logger CACHE = Logger.getLogger("com.github.benmanes.caffeine");

  private Main() {}

  public static void main(String[] words) {
    CACHE.setLevel(Level.OFF);
    System.exit(hasPassed(List.of(words)) ? 0 : 1);
  }

  private static boolean hasPassed(List<String> words) {
    try {
      Vertx vertx = Vertx.vertx();
      Desk desk = new Desk(vertx, new Errands(vertx));
      return judge(new Referee(Path.of(System.getProperty("live.home")), desk.address()), words);
    } catch (RuntimeException | LinkageError e) {
      System.err.println("The referee could not be asked: " + e);
      return false;
    }
  }

  private static boolean judge(Referee referee, List<String> words) {
    if (words.size() >= 2 && words.getFirst().equals("--scenario")) {
      return referee.scenario(words.get(1), words.subList(2, words.size()));
    }
    List<Report> reports = REVISIONS.stream().map(revision -> told(referee, revision)).toList();
    return reports.stream().allMatch(Report::isComplete);
  }

  private static Report told(Referee referee, String revision) {
    Report report = referee.revision(revision);
    System.out.printf("client %s: %d/%d%n", revision, report.passed(), report.scored().size());
    report.scored().stream().filter(verdict -> !verdict.passed()).forEach(Main::tell);
    return report;
  }

  private static void tell(Verdict verdict) {
    System.out.println("  failed: " + verdict.scenario());
    verdict.reasons().forEach(reason -> System.out.println("    " + reason));
  }
}
