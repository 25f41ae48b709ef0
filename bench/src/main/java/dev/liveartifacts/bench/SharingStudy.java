package dev.liveartifacts.bench;

import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.load.Target;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import dev.liveartifacts.bench.subject.EventReaders;
import dev.liveartifacts.bench.subject.SharedGallery;
import dev.liveartifacts.bench.subject.Sharing;
import dev.liveartifacts.bench.subject.Workspace;
import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What much sharing costs: a gallery of ten thousand artifacts, one artifact with a thousand
 * shares, and a thousand people whose open page is taken away at once.
 */
final class SharingStudy {
  private static final String PAGE = "<!doctype html><title>Shared</title><p>Shared</p>";
  private static final String EMAIL = "cleo@acme.test";
  private static final String GROUP = "finance";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CARDS = 50;
  private static final int SHARES = 100;
  private static final Map.Entry<String, String> PROOF =
      Map.entry("X-Content-Type-Options", "nosniff");

  private final Vertx vertx;
  private final Plan plan;
  private final LocalSystem system;
  private final Workspace workspace;
  private final Sharing sharing;
  private final Report report;
  private final Map<String, String> owner;
  private final Map<String, String> viewer;

  SharingStudy(
      Vertx vertx,
      Plan plan,
      LocalSystem system,
      Workspace workspace,
      Sharing sharing,
      Report report) {
    this.vertx = vertx;
    this.plan = plan;
    this.system = system;
    this.workspace = workspace;
    this.sharing = sharing;
    this.report = report;
    this.owner = workspace.bearer();
    this.viewer = Map.of("Authorization", "Bearer " + system.accessToken("cleo"));
  }

  void run() {
    String shared = workspace.artifact(PAGE, Map.of());
    SharedGallery all = new SharedGallery(system.database("artifact"));
    var who = new SharedGallery.Viewer(sharing.person(viewer), EMAIL, GROUP);
    all.fill(plan.artifacts(), who, sharing.person(owner), UUID.fromString(shared));
    all.share(UUID.fromString(shared), plan.shares());
    sharing.share(shared, JsonObject.of("kind", "person", "email", EMAIL, "role", "viewer"), owner);
    Comparison comparison = new Comparison(vertx, plan.brief(), report);
    comparison.measure("A gallery of %,d artifacts".formatted(plan.artifacts()), 0, gallery());
    comparison.measure("%,d shares of one artifact".formatted(plan.shares()), 0, shares(shared));
    comparison.measure("Access", 0, access(shared));
    takenBack(shared);
  }

  private List<Target> gallery() {
    return Stream.of("recent", "mine", "shared").flatMap(this::gallery).toList();
  }

  private Stream<Target> gallery(String scope) {
    String path = "/api/artifacts?limit=%d&scope=%s".formatted(CARDS, scope);
    List<String> next =
        sharing.cards(path, viewer, 20 * CARDS).stream().map(id -> path + "&after=" + id).toList();
    List<String> searches =
        IntStream.range(0, 97).mapToObj(plant -> path + "&query=plant%20" + plant).toList();
    return Stream.of(
        get(scope + ", the first " + CARDS, List.of(path), viewer, CARDS * 100),
        get(scope + ", the next " + CARDS, next, viewer, CARDS),
        get(scope + ", searched", searches, viewer, CARDS));
  }

  private List<Target> shares(String artifact) {
    String path = "/api/artifacts/%s/shares?limit=%d".formatted(artifact, SHARES);
    List<String> next =
        sharing.seams(path, owner).stream().map(share -> path + "&after=" + share).toList();
    List<String> searches =
        IntStream.range(10, 100).mapToObj(who -> path + "&query=person%20" + who).toList();
    return List.of(
        get("the first " + SHARES, List.of(path), owner, SHARES * 100),
        get("the next " + SHARES, next, owner, SHARES),
        get("searched", searches, owner, 20));
  }

  private List<Target> access(String artifact) {
    List<String> everywhere =
        sharing.cards("/api/artifacts?limit=200", viewer, Integer.MAX_VALUE).stream()
            .map(SharingStudy::storage)
            .toList();
    String path = "/api/artifacts/" + artifact;
    return List.of(
        get("what it is", List.of(path), viewer, 100),
        opened(path + "/tickets"),
        get("access known", List.of(storage(artifact)), viewer, 10),
        get("access looked up", everywhere, viewer, 10));
  }

  private static String storage(String artifact) {
    return "/api/artifacts/" + artifact + "/storage";
  }

  private Target opened(String tickets) {
    Map<String, String> json = new HashMap<>(viewer);
    json.put("Content-Type", "application/json");
    return target("opened", HttpMethod.POST, List.of(tickets), json, Buffer.buffer("{}"), 50);
  }

  private Target get(String name, List<String> paths, Map<String, String> who, int leastBytes) {
    return target(name, HttpMethod.GET, paths, who, Buffer.buffer(), leastBytes);
  }

  private Target target(
      String name,
      HttpMethod method,
      List<String> paths,
      Map<String, String> who,
      Buffer body,
      int leastBytes) {
    return new Target(
        name,
        system.ports().artifactService(),
        "localhost",
        method,
        paths,
        List.of(who),
        List.of(body),
        PROOF,
        leastBytes);
  }

  /** Each page is somebody else's, so each is decided on its own. */
  private void takenBack(String artifact) {
    String words = "%,d open pages taken away at once".formatted(plan.shares());
    report.heading(words);
    List<String> tokens =
        IntStream.range(0, plan.shares())
            .parallel()
            .mapToObj(number -> system.accessToken("guest-" + number))
            .toList();
    List<Sample> heard = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      heard.add(takenBack(artifact, tokens));
    }
    report.add(new Row(words, 0, plan.shares(), "share ended → page told", Sample.of(heard)));
  }

  private Sample takenBack(String artifact, List<String> tokens) {
    JsonObject everybody = JsonObject.of("kind", "workspace", "role", "viewer");
    String share = sharing.share(artifact, everybody, owner);
    try (EventReaders readers =
        new EventReaders(vertx, system.ports().artifactService(), tokens, List.of(artifact))) {
      readers.open(tokens.size(), PATIENCE);
      return readers.hear(
          "revoked", () -> sharing.takeBack(artifact, share, owner), tokens.size(), PATIENCE);
    }
  }
}
