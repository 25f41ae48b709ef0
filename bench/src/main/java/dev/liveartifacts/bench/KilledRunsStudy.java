package dev.liveartifacts.bench;

import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.subject.AskedRuns;
import dev.liveartifacts.bench.subject.SlowSources;
import dev.liveartifacts.bench.subject.Workspace;
import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/**
 * Connector-service is killed in the middle of many runs and started again: counts the runs that
 * ended, those that ended twice, in different ways, or with fewer calls than they have, and the
 * calls that were made again.
 */
final class KilledRunsStudy {
  private static final String SERVICE = "connector-service";
  private static final Duration THOUGHT = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration AFTER_ALL = Duration.ofSeconds(5);
  private static final int CALLS = 3;

  private final Vertx vertx;
  private final int count;
  private final LocalSystem system;
  private final Workspace workspace;
  private final Report report;

  /**
   * @param count how many runs are asked for at once
   */
  KilledRunsStudy(Vertx vertx, int count, LocalSystem system, Workspace workspace, Report report) {
    this.vertx = vertx;
    this.count = count;
    this.system = system;
    this.workspace = workspace;
    this.report = report;
  }

  void run() {
    report.heading("Connector-service is killed in the middle of " + count + " runs");
    try (SlowSources source = SlowSources.start(vertx, THOUGHT, Duration.ZERO, "");
        AskedRuns runs = new AskedRuns("127.0.0.1:" + system.ports().kafka())) {
      String connector = workspace.connector("Killed", source.endpoint(1));
      runs.ask(count, workspace.delegation(system.connectorServiceUrl(), connector, CALLS));
      Wait.until(() -> runs.ended() >= count / 3, LIMIT);
      system.kill(SERVICE);
      int before = runs.ended();
      system.start(SERVICE);
      Instant back = Instant.now();
      boolean all = Wait.until(() -> runs.ended() >= count, LIMIT);
      Duration took = Duration.between(back, Instant.now());
      Wait.until(() -> runs.events() > count * 2, AFTER_ALL);
      judge(all, before, took, runs, source);
    }
  }

  private void judge(boolean all, int before, Duration took, AskedRuns runs, SlowSources source) {
    long whole = runs.whole(CALLS);
    long contradicted = runs.contradicted();
    report.verdict(
        all && whole == count && contradicted == 0,
        "Killed (SIGKILL) after %d of %d runs: ended %d, whole %d, told in two ways %d; repeated events %d, calls made again %d; the last one %.1f s after the restart"
            .formatted(
                before,
                count,
                runs.ended(),
                whole,
                contradicted,
                runs.events() - runs.ended(),
                source.answered() - CALLS * count,
                took.toMillis() / 1000.0));
  }
}
