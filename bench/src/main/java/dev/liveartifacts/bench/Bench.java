package dev.liveartifacts.bench;

import dev.liveartifacts.bench.load.Bounds;
import dev.liveartifacts.bench.load.ClosedLoop;
import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.load.Target;
import dev.liveartifacts.bench.peer.Nginx;
import dev.liveartifacts.bench.peer.Origin;
import dev.liveartifacts.bench.report.Machine;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import dev.liveartifacts.bench.subject.ArtifactPages;
import dev.liveartifacts.bench.subject.BenchFailure;
import dev.liveartifacts.bench.subject.Http;
import dev.liveartifacts.bench.subject.McpServer;
import dev.liveartifacts.bench.subject.SchedulerParts;
import dev.liveartifacts.bench.subject.Sharing;
import dev.liveartifacts.bench.subject.ToolCall;
import dev.liveartifacts.bench.subject.Workspace;
import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.PartFailure;
import dev.liveartifacts.local.system.LocalFailure;
import dev.liveartifacts.local.system.LocalSystem;
import dev.liveartifacts.local.system.Options;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts everything on this machine with data of its own and measures it beside its peers: the same
 * tool asked directly, and nginx serving the same JSON from its cache. {@code --short} only tries;
 * names of studies ({@code schedules faults opening waiting streams snapshots sharing calls}) leave
 * the others out.
 */
public final class Bench {
  private static final ToolCall SMALL =
      new ToolCall("A small answer", "pipeline_summary", new JsonObject());
  private static final ToolCall LARGE =
      new ToolCall("A table of deals", "list_deals", new JsonObject());
  private static final int HERD = 1_000;
  private static final long SLOW_MILLIS = 200;

  private final Plan plan;
  private final Vertx vertx;
  private final Path directory;
  private final McpServer server;
  private final ArtifactPages pages;
  private final OpeningStudy opening;
  private final WaitingStudy waiting;
  private final KilledRunsStudy killed;
  private final StreamsStudy streams;
  private final SnapshotsStudy snapshots;
  private final SharingStudy sharing;
  private final Report report;

  private Bench(
      Plan plan, Vertx vertx, Path directory, LocalSystem system, Http http, Report report) {
    this.plan = plan;
    this.vertx = vertx;
    this.directory = directory;
    this.server = new McpServer(http, system.demoUrl(), system.ports().demoConnectors());
    this.pages =
        ArtifactPages.create(
            http,
            system.appUrl(),
            system.ports().artifactService(),
            system.accessToken("ada"),
            List.of(SMALL, LARGE));
    Workspace workspace = new Workspace(http, system);
    this.opening = new OpeningStudy(vertx, plan.openings(), system, workspace, report);
    this.waiting = new WaitingStudy(vertx, system, workspace, report);
    this.killed = new KilledRunsStudy(vertx, plan.runs(), system, workspace, report);
    this.streams = new StreamsStudy(vertx, plan.streams(), system, workspace, report);
    this.snapshots = new SnapshotsStudy(vertx, plan.snapshots(), system, workspace, report);
    this.sharing =
        new SharingStudy(
            vertx, plan, system, workspace, new Sharing(http, system.appUrl()), report);
    this.report = report;
  }

  public static void main(String[] arguments) throws IOException {
    Machine machine = Machine.here();
    Path directory = Files.createTempDirectory("live-bench");
    Vertx vertx = Vertx.vertx();
    System.exit(run(List.of(arguments), machine, directory, vertx) ? 0 : 1);
  }

  private static boolean run(List<String> arguments, Machine machine, Path directory, Vertx vertx) {
    Ending ending = new Ending();
    ending.add(() -> Directories.delete(directory));
    Path home = Path.of(System.getProperty("live.home", "."));
    Plan plan = Plan.of(arguments);
    Report report = new Report(System.out, machine);
    try {
      ofParts(plan, home, directory, report, ending);
      if (plan.needsProduct()) {
        ofProduct(plan, directory, vertx, report, ending);
      }
    } catch (BenchFailure | LocalFailure | PartFailure e) {
      System.err.println(e.getMessage());
      return false;
    }
    report.write(home.resolve("bench/target/bench.json"), Instant.now());
    return !report.failed();
  }

  /** Studies that need scheduler-service alone. */
  private static void ofParts(Plan plan, Path home, Path directory, Report report, Ending ending) {
    if (plan.includes("schedules")) {
      try (SchedulerParts parts = parts(home, directory.resolve("schedules"), ending)) {
        new SchedulesStudy(plan, parts, report).run();
      }
    }
    if (plan.includes("faults")) {
      try (SchedulerParts parts = parts(home, directory.resolve("faults"), ending)) {
        new FaultsStudy(plan, parts, report).run();
      }
    }
  }

  private static SchedulerParts parts(Path home, Path directory, Ending ending) {
    SchedulerParts parts = new SchedulerParts(home, directory);
    ending.add(parts::close);
    parts.start();
    return parts;
  }

  private static void ofProduct(
      Plan plan, Path directory, Vertx vertx, Report report, Ending ending) {
    try (Http http = new Http();
        LocalSystem system = LocalSystem.prepare(Options.forTest(directory.resolve("data")))) {
      ending.add(system::stop);
      system.run();
      new Bench(plan, vertx, directory, system, http, report).run();
    }
  }

  private void run() {
    if (plan.includes("faults")) {
      killed.run();
    }
    if (plan.includes("opening")) {
      opening.run();
    }
    if (plan.includes("waiting")) {
      waiting.run();
    }
    if (plan.includes("streams")) {
      streams.run();
    }
    if (plan.includes("snapshots")) {
      snapshots.run();
    }
    if (plan.includes("sharing")) {
      sharing.run();
    }
    if (plan.includes("calls")) {
      compare(SMALL);
      compare(LARGE);
      pastTheCache();
      herd();
    }
  }

  private void compare(ToolCall call) {
    Buffer json = server.result(call);
    Optional<Path> nginx = Nginx.find();
    try (Origin origin = Origin.start(vertx, json)) {
      List<Target> targets =
          new ArrayList<>(List.of(pages.cached(call), server.target(call, plan.mostAtATime())));
      if (nginx.isPresent()) {
        try (Nginx peer = Nginx.start(nginx.get(), directory.resolve(call.tool()), origin.port())) {
          targets.add(cachedBy(peer, json));
          new Comparison(vertx, plan, report).measure(call.words(), json.length(), targets);
        }
      } else {
        new Comparison(vertx, plan, report).measure(call.words(), json.length(), targets);
        report.remark("nginx is not installed: no limit to compare with.");
      }
    }
  }

  private static Target cachedBy(Nginx nginx, Buffer json) {
    return new Target(
        "nginx, proxy cache",
        nginx.port(),
        "127.0.0.1",
        HttpMethod.GET,
        List.of("/answer.json"),
        List.of(Map.of()),
        List.of(Buffer.buffer()),
        Map.entry("X-Cache", "HIT"),
        json.length());
  }

  /**
   * What the way through both services costs when nothing is cached: turn by turn, one at a time.
   */
  private void pastTheCache() {
    Comparison oneByOne = new Comparison(vertx, plan.oneByOne(), report);
    oneByOne.measure(
        "Past the cache, one at a time",
        server.result(SMALL).length(),
        List.of(pages.live(SMALL), server.target(SMALL, 1)));
  }

  /** Everybody wants the same thing at once, nothing is cached, and the source is slow. */
  private void herd() {
    ToolCall unseen = new ToolCall("", LARGE.tool(), JsonObject.of("limit", 999));
    server.delay(SLOW_MILLIS);
    int before = server.calls(unseen);
    report.heading(HERD + " readers of one answer that nobody has, from a source that takes 0.2 s");
    Sample sample =
        ClosedLoop.run(vertx, pages.cold(unseen), new Bounds(HERD, Duration.ofMinutes(1), HERD));
    server.delay(0);
    report.add(new Row("herd", 0, HERD, "artifact-service", sample));
    report.remark("Calls that reached the MCP server: " + (server.calls(unseen) - before));
  }
}
