package dev.liveartifacts.bench;

import dev.liveartifacts.bench.load.CpuTime;
import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import dev.liveartifacts.bench.subject.BenchFailure;
import dev.liveartifacts.bench.subject.KeptRuns;
import dev.liveartifacts.bench.subject.KeptRuns.Kept;
import dev.liveartifacts.bench.subject.SlowSources;
import dev.liveartifacts.bench.subject.Workspace;
import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A snapshot of 1 MB: from the end of a run to its results being kept and an open page knowing it;
 * then what it takes to have them back, as History and as a page that is opened as of then. The
 * same call answered from the cache is the limit. Each run brings other data, so that nothing is
 * kept already.
 */
final class SnapshotsStudy {
  private static final String WORDS = "A snapshot of 1 MB";
  private static final int BYTES = 1_000_000;
  private static final String TOOL = "mcp__large__list_rows";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final int rounds;
  private final LocalSystem system;
  private final Workspace workspace;
  private final Report report;

  SnapshotsStudy(Vertx vertx, int rounds, LocalSystem system, Workspace workspace, Report report) {
    this.vertx = vertx;
    this.rounds = rounds;
    this.system = system;
    this.workspace = workspace;
    this.report = report;
  }

  void run() {
    report.heading(WORDS);
    try (SlowSources source = SlowSources.large(vertx, BYTES)) {
      String connector = workspace.connector("Large", source.endpoint(1));
      String artifact =
          workspace.artifact("<!doctype html><title>Large</title>", Map.of(TOOL, connector));
      int bytes = workspace.call(artifact, TOOL, null).length();
      String schedule = scheduled(artifact);
      try (KeptRuns runs =
          new KeptRuns(
              vertx,
              "127.0.0.1:" + system.ports().kafka(),
              system.ports().artifactService(),
              workspace.bearer(),
              artifact)) {
        require(Wait.until(runs::isListening, LIMIT), "The event stream did not open.");
        kept(runs, schedule);
        measure(artifact, runs, schedule, bytes);
      }
    }
  }

  private void measure(String artifact, KeptRuns runs, String schedule, int bytes) {
    List<Sample> stored = new ArrayList<>();
    List<Sample> history = new ArrayList<>();
    List<Sample> then = new ArrayList<>();
    List<Sample> cached = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long cpu = CpuTime.ofChildren();
      Kept kept = kept(runs, schedule);
      stored.add(
          new Sample(new long[] {kept.nanos()}, 0, kept.nanos(), CpuTime.ofChildren() - cpu));
      history.add(timed(() -> workspace.snapshots(artifact)));
      then.add(timed(() -> workspace.call(artifact, TOOL, kept.snapshotId())));
      workspace.call(artifact, TOOL, null);
      cached.add(timed(() -> workspace.call(artifact, TOOL, null)));
    }
    add("run ended → kept and announced", bytes, stored);
    add("history, newest 20", 0, history);
    add("the call as of then", bytes, then);
    add("the call from the cache", bytes, cached);
  }

  private void add(String target, int bytes, List<Sample> samples) {
    report.add(new Row(WORDS, bytes, 1, target, Sample.of(samples)));
  }

  private Kept kept(KeptRuns runs, String schedule) {
    String run = workspace.runNow(schedule);
    require(Wait.until(() -> runs.of(run).isPresent(), LIMIT), "A run was not kept in time.");
    return runs.of(run).orElseThrow();
  }

  /** The call that was made is written down a moment later. */
  private String scheduled(String artifact) {
    require(Wait.until(() -> workspace.hasRecordedCalls(artifact), LIMIT), "No call was recorded.");
    return workspace.schedule(artifact, "0 7 1 1 *");
  }

  private static Sample timed(Runnable request) {
    long cpu = CpuTime.ofChildren();
    long start = System.nanoTime();
    request.run();
    long nanos = System.nanoTime() - start;
    return new Sample(new long[] {nanos}, 0, nanos, CpuTime.ofChildren() - cpu);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new BenchFailure(otherwise);
    }
  }
}
