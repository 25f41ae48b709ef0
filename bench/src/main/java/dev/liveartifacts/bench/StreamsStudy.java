package dev.liveartifacts.bench;

import dev.liveartifacts.bench.load.Memory;
import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import dev.liveartifacts.bench.subject.EventReaders;
import dev.liveartifacts.bench.subject.Workspace;
import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What open pages cost: as many event streams as people keep open, the memory that artifact-service
 * holds for them, and how long a piece of news takes to the last of them. Half of the streams are
 * of one artifact that everybody looks at, the others of ten artifacts each.
 */
final class StreamsStudy {
  private static final List<String> SERVICES = List.of("artifact-service");
  private static final int PEOPLE = 100;
  private static final int ARTIFACTS = 10;
  private static final int NEWS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final int count;
  private final LocalSystem system;
  private final Workspace workspace;
  private final Report report;

  StreamsStudy(Vertx vertx, int count, LocalSystem system, Workspace workspace, Report report) {
    this.vertx = vertx;
    this.count = count;
    this.system = system;
    this.workspace = workspace;
    this.report = report;
  }

  void run() {
    report.heading(count + " open pages, and news for all of them");
    List<String> artifacts =
        IntStream.range(0, ARTIFACTS)
            .mapToObj(i -> workspace.artifact("<!doctype html><title>Open</title>", Map.of()))
            .toList();
    artifacts.forEach(workspace::shareWithEverybody);
    List<String> tokens =
        IntStream.range(0, PEOPLE).mapToObj(i -> system.accessToken("reader-" + i)).toList();
    Map<String, Memory> before = Memory.of(SERVICES);
    try (EventReaders readers =
        new EventReaders(vertx, system.ports().artifactService(), tokens, artifacts)) {
      readers.open(count, PATIENCE);
      Map<String, Memory> during = Memory.of(SERVICES);
      for (int news = 0; news < NEWS; news++) {
        tell(readers, artifacts.getFirst());
      }
      SERVICES.forEach(service ->
          report.remark(
              "%s: before %s; with %d streams %s"
                  .formatted(service, before.get(service), readers.isOpen(), during.get(service))));
    }
  }

  private void tell(EventReaders readers, String artifact) {
    Sample heard = readers.hear("changed", () -> workspace.newVersion(artifact), count, PATIENCE);
    report.add(new Row("news", 0, count, "artifact-service, event streams", heard));
  }
}
