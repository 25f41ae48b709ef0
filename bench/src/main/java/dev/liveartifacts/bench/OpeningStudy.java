package dev.liveartifacts.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import dev.liveartifacts.bench.subject.BenchFailure;
import dev.liveartifacts.bench.subject.SlowSources;
import dev.liveartifacts.bench.subject.Workspace;
import dev.liveartifacts.local.system.LocalSystem;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From a click on a link to all data on screen, in a real browser: an artifact with four sources
 * that think for 0.3 s each, beside the same page as a plain file that asks the same servers
 * itself. Their answers may be cached for a second; each opening comes later than that.
 */
final class OpeningStudy {
  private static final Duration THOUGHT = Duration.ofMillis(300);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int SOURCES = 4;
  private static final String WORDS = "Opening a page of four sources that take 0.3 s each";

  private final Vertx vertx;
  private final int rounds;
  private final LocalSystem system;
  private final Workspace workspace;
  private final Report report;

  OpeningStudy(Vertx vertx, int rounds, LocalSystem system, Workspace workspace, Report report) {
    this.vertx = vertx;
    this.rounds = rounds;
    this.system = system;
    this.workspace = workspace;
    this.report = report;
  }

  void run() {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty()) {
      report.remark("Chromium is not installed: how fast a page opens is not measured.");
      return;
    }
    String html = resource("four-sources.html");
    String direct = "<script>" + resource("direct.js") + "</script>";
    try (SlowSources sources =
            SlowSources.start(vertx, THOUGHT, FRESH, html.replace("<head>", "<head>" + direct));
        Playwright playwright = playwright();
        Browser browser = launch(playwright, chromium.get());
        BrowserContext window = browser.newContext()) {
      String artifact = artifact(sources, html);
      Page page = window.newPage();
      signIn(page);
      report.heading(WORDS);
      measure(page, system.appUrl() + "/a/" + artifact, sources.plainPage());
    }
  }

  private void measure(Page page, String artifact, String plain) {
    List<Sample> ours = new ArrayList<>();
    List<Sample> theirs = new ArrayList<>();
    openArtifact(page, artifact);
    openPlain(page, plain);
    for (int round = 0; round < rounds; round++) {
      ours.add(openArtifact(page, artifact));
      theirs.add(openPlain(page, plain));
    }
    report.add(new Row(WORDS, 0, 1, "artifact", Sample.of(ours)));
    report.add(new Row(WORDS, 0, 1, "plain file, servers directly", Sample.of(theirs)));
  }

  private static Sample openArtifact(Page page, String address) {
    page.navigate(address);
    FrameLocator frame = page.frameLocator("iframe.shown");
    return shown(page, frame.locator("body"));
  }

  private static Sample openPlain(Page page, String address) {
    page.navigate(address);
    return shown(page, page.locator("body"));
  }

  /** The page itself noted when it had everything; the browser, when it began to navigate. */
  private static Sample shown(Page page, Locator body) {
    body.locator("xpath=self::*[@data-shown-at or @data-failed]").waitFor();
    String failure = body.getAttribute("data-failed");
    if (failure != null) {
      throw new BenchFailure("The page could not show its data: " + failure);
    }
    double shownAt = Double.parseDouble(body.getAttribute("data-shown-at"));
    double began = ((Number) page.evaluate("() => performance.timeOrigin")).doubleValue();
    page.waitForTimeout(FRESH.toMillis() + 200);
    long nanos = (long) ((shownAt - began) * 1e6);
    return new Sample(new long[] {nanos}, 0, nanos, 0);
  }

  private String artifact(SlowSources sources, String html) {
    Map<String, String> connectors = new HashMap<>();
    for (int number = 1; number <= SOURCES; number++) {
      String id = workspace.connector("Slow " + number, sources.endpoint(number));
      connectors.put("mcp__slow-" + number + "__list_rows", id);
    }
    return workspace.artifact(html, connectors);
  }

  private void signIn(Page page) {
    page.navigate(system.appUrl());
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ada Lovelace")).click();
    page.waitForURL(system.appUrl() + "/**");
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser launch(Playwright playwright, Path chromium) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                    List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(d -> Path.of(d, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String resource(String name) {
    try (InputStream in = OpeningStudy.class.getResourceAsStream("/pages/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
