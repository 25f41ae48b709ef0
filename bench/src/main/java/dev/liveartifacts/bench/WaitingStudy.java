package dev.liveartifacts.bench;

import dev.liveartifacts.bench.load.Bounds;
import dev.liveartifacts.bench.load.ClosedLoop;
import dev.liveartifacts.bench.load.Memory;
import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.load.Target;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import dev.liveartifacts.bench.subject.SlowSources;
import dev.liveartifacts.bench.subject.Workspace;
import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a thousand calls cost that all wait for slow servers: the memory of connector-service
 * before, while the servers think, and after. A hundred connectors with ten calls each, as no
 * connector is asked for more than a few things at a time.
 */
final class WaitingStudy {
  private static final int CONNECTORS = 100;
  private static final int CALLS_EACH = 10;
  private static final int CALLS = CONNECTORS * CALLS_EACH;
  private static final Duration THOUGHT = Duration.ofSeconds(15);
  private static final List<String> SERVICES = List.of("connector-service");

  private final Vertx vertx;
  private final LocalSystem system;
  private final Workspace workspace;
  private final Report report;

  WaitingStudy(Vertx vertx, LocalSystem system, Workspace workspace, Report report) {
    this.vertx = vertx;
    this.system = system;
    this.workspace = workspace;
    this.report = report;
  }

  void run() {
    List<SlowSources> servers =
        Stream.generate(() -> SlowSources.start(vertx, THOUGHT, Duration.ZERO, ""))
            .limit(CONNECTORS)
            .toList();
    try {
      measure(servers, target(servers));
    } finally {
      servers.forEach(SlowSources::close);
    }
  }

  private void measure(List<SlowSources> servers, Target target) {
    report.heading(CALLS + " calls at once to slow servers");
    Map<String, Memory> before = Memory.of(SERVICES);
    CompletableFuture<Sample> calls =
        CompletableFuture.supplyAsync(
            () -> ClosedLoop.run(vertx, target, new Bounds(CALLS, Duration.ofMinutes(1), CALLS)));
    int waiting = most(servers, calls);
    Map<String, Memory> during = Memory.of(SERVICES);
    report.add(new Row("waiting", 0, CALLS, "connector-service", calls.join()));
    report.remark("Calls that waited at the servers at one time: " + waiting);
    Map<String, Memory> after = Memory.of(SERVICES);
    for (String service : SERVICES) {
      report.remark(
          "%s: before %s; while they wait %s; after %s"
              .formatted(service, before.get(service), during.get(service), after.get(service)));
    }
  }

  /** Until all have come, or no more will. */
  private static int most(List<SlowSources> servers, CompletableFuture<Sample> calls) {
    int most = 0;
    while (most < CALLS && !calls.isDone()) {
      most = Math.max(most, servers.stream().mapToInt(SlowSources::waiting).sum());
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return most;
  }

  private Target target(List<SlowSources> servers) {
    List<String> connectors =
        IntStream.range(0, CONNECTORS)
            .mapToObj(i -> workspace.connector("Waiting " + i, servers.get(i).endpoint(1)))
            .toList();
    Map<String, String> headers = new HashMap<>(workspace.bearer());
    headers.put("Content-Type", "application/json");
    return new Target(
        "connector-service",
        system.ports().connectorService(),
        "127.0.0.1",
        HttpMethod.POST,
        List.of("/calls"),
        List.of(headers),
        IntStream.range(0, CALLS).mapToObj(i -> call(connectors, i)).toList(),
        Map.entry("Live-Outcome", "fresh"),
        1);
  }

  /** Each is a call of its own: nothing to share, nothing to cache. */
  private static Buffer call(List<String> connectors, int number) {
    return JsonObject.of(
            "artifactId",
            UUID.randomUUID().toString(),
            "connectorId",
            connectors.get(number % CONNECTORS),
            "tool",
            "list_rows",
            "arguments",
            JsonObject.of("page", number),
            "freshness",
            "cached")
        .toBuffer();
  }
}
