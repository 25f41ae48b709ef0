package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.liveartifacts.infra.signin.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others see of an artifact that is not shared with them: a frozen copy, reviewed before. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicE2E {
  private static final String SECRET = "Zebulon-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String CONNECTOR = "Books " + UUID.randomUUID().toString().substring(0, 8);

  private final Visit visit;
  private final Api ada;
  private final ScriptedServer source = new ScriptedServer();
  private String slug = "";

  PublicE2E(Visit visit) {
    this.visit = visit;
    this.ada = visit.as(Person.ADA);
  }

  @BeforeAll
  void the_books_are_connected() {
    Map<String, Object> connector =
        Map.of(
            "name",
            CONNECTOR,
            "endpoint",
            source.endpoint(),
            "scope",
            "workspace",
            "signIn",
            "none");
    slug = ada.post("/api/connectors", connector).get("slug").asText();
    source.ledger(Map.of(SECRET, 900, "Rent", 40));
  }

  @AfterAll
  void the_books_go_again() {
    ada.delete("/api/connectors/" + ada.connector(CONNECTOR));
    source.close();
  }

  @Test
  void a_column_is_dropped_published_opened_by_anybody_and_taken_back() throws IOException {
    String artifact = opened();
    List<Response> heard = new CopyOnWriteArrayList<>();
    String link;
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      review(page, artifact);
      page.getByRole(AriaRole.CHECKBOX, named("entries › id")).uncheck();
      Visit.button(page, "See the page as others will").click();
      FrameLocator preview = page.frameLocator(".draft iframe.shown");
      assertThat(preview.locator("#rows")).containsText("somebody: 900");
      assertThat(preview.locator("#rows")).not().containsText(SECRET);
      Visit.button(page, "Publish this copy").dblclick();
      link =
          page.getByLabel("Public link", new Page.GetByLabelOptions().setExact(true)).inputValue();
    }
    source.ledger(Map.of(SECRET, 7));
    try (BrowserContext nobody = visit.stranger()) {
      Page page = nobody.newPage();
      page.onResponse(heard::add);

      page.navigate(link);

      FrameLocator shown = page.frameLocator("iframe.shown");
      assertThat(shown.locator("#total")).hasText("940");
      assertThat(page.getByText("Frozen copy")).isVisible();
      shown.locator("#least").selectOption("100");
      assertThat(shown.locator("#total")).hasText("900");
      shown.locator("#save").click();
      assertThat(shown.locator("#told"))
          .hasText("This is a frozen copy: nothing can be changed from here.");
      shown.locator("#ask").click();
      assertThat(shown.locator("#told"))
          .hasText("This is a frozen copy: Claude cannot be asked from here.");
      assertThat(heard).hasSizeGreaterThan(4);
      assertThat(heard).extracting(Response::url).noneMatch(url -> url.contains("/api/"));
      assertThat(heard).noneMatch(response -> bodyOf(response).contains(SECRET));
      assertThat(source.saved()).isEmpty();

      takeBack(artifact);
      page.reload();

      assertThat(page.getByText("This link does not work.")).isVisible();
    } finally {
      source.ledger(Map.of(SECRET, 900, "Rent", 40));
    }
  }

  @Test
  void a_password_lets_in_and_another_site_shows_it_where_that_is_allowed() throws IOException {
    String artifact = opened();
    try (Site friend = new Site();
        Site other = new Site();
        BrowserContext window = visit.window(Person.ADA);
        BrowserContext nobody = visit.stranger()) {
      Page page = window.newPage();
      review(page, artifact);
      page.getByLabel("Ask visitors for a password").check();
      page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("tell nobody");
      page.getByLabel("Sites that may show it inside a page of theirs").fill(friend.origin());
      Visit.button(page, "Publish this copy").click();
      String link =
          page.getByLabel("Public link", new Page.GetByLabelOptions().setExact(true)).inputValue();
      String snippet =
          page.getByLabel("For a page of another site", new Page.GetByLabelOptions().setExact(true))
              .inputValue();
      assertThat(snippet).contains(link);
      friend.shows(snippet);
      other.shows(snippet);

      Page visitor = nobody.newPage();
      visitor.navigate(link);
      visitor.getByLabel("Password").fill("a wrong one");
      Visit.button(visitor, "Open the page").click();
      assertThat(visitor.getByText("That is not the password.")).isVisible();
      visitor.getByLabel("Password").fill("tell nobody");
      visitor.keyboard().press("Enter");
      assertThat(visitor.frameLocator("iframe.shown").locator("#total")).hasText("940");
      visitor.reload();
      assertThat(visitor.frameLocator("iframe.shown").locator("#total")).hasText("940");

      visitor.navigate(friend.origin());
      FrameLocator framed = visitor.frameLocator("iframe");
      framed.getByLabel("Password").fill("tell nobody");
      framed
          .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Open the page"))
          .click();
      assertThat(framed.frameLocator("iframe.shown").locator("#total")).hasText("940");

      List<String> complaints = new CopyOnWriteArrayList<>();
      visitor.onConsoleMessage(message -> complaints.add(message.text()));
      visitor.navigate(other.origin());
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> {
            visitor.evaluate("1");
            return complaints.stream().anyMatch(text -> text.contains("frame-ancestors"));
          });
      assertThat(framed.getByLabel("Password")).hasCount(0);
    }
  }

  @Test
  void a_page_is_saved_with_its_data_and_works_from_a_file_of_its_own() throws IOException {
    String artifact = opened();
    try (BrowserContext window = visit.window(Person.ADA);
        BrowserContext nobody = visit.stranger()) {
      Page page = window.newPage();
      review(page, artifact);
      page.getByRole(AriaRole.CHECKBOX, named("entries › id")).uncheck();
      Path file = Files.createTempDirectory("live-file").resolve("page.html");
      page.waitForDownload(() -> Visit.button(page, "Save it as one file instead").click())
          .saveAs(file);
      assertThat(Files.readString(file)).doesNotContain(SECRET);

      Page alone = nobody.newPage();
      alone.navigate(file.toUri().toString());

      assertThat(alone.locator("#total")).hasText("940");
      alone.locator("#least").selectOption("100");
      assertThat(alone.locator("#total")).hasText("900");
      alone.locator("#ask").click();
      assertThat(alone.locator("#told"))
          .hasText("This is a frozen copy: Claude cannot be asked from here.");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
  void no_screen_about_public_links_has_a_serious_barrier(
      int width, int height, ColorScheme scheme) {
    String artifact = opened();
    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (BrowserContext window = visit.window(Person.ADA, width, height, scheme);
        BrowserContext nobody = visit.stranger(width, height, scheme)) {
      Page page = window.newPage();
      review(page, artifact);
      Examination.of(page, "public-review-" + look);
      Visit.button(page, "See the page as others will").click();
      assertThat(page.frameLocator(".draft iframe.shown").locator("#total")).hasText("940");
      page.locator(".draft").scrollIntoViewIfNeeded();
      Examination.of(page, "public-preview-" + look);
      page.getByLabel("Ask visitors for a password").check();
      page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("tell nobody");
      Examination.of(page, "public-terms-" + look);
      Visit.button(page, "Publish this copy").click();
      String link =
          page.getByLabel("Public link", new Page.GetByLabelOptions().setExact(true)).inputValue();
      Examination.of(page, "public-made-" + look);
      Visit.button(page, "All public links").click();
      Visit.button(page, "Change").click();
      Visit.button(page, "Take back").click();
      Examination.of(page, "public-links-" + look);

      Page visitor = nobody.newPage();
      visitor.navigate(link);
      visitor.getByLabel("Password").waitFor();
      Examination.of(visitor, "public-password-" + look);
      visitor.getByLabel("Password").fill("tell nobody");
      visitor.keyboard().press("Enter");
      assertThat(visitor.frameLocator("iframe.shown").locator("#total")).hasText("940");
      Examination.of(visitor, "public-copy-" + look);
      visitor.navigate(link.substring(0, link.length() - 1));
      visitor.getByText("This link does not work.").waitFor();
      Examination.of(visitor, "public-over-" + look);
    }
  }

  /** An artifact whose call is known, as its owner has seen it. */
  private String opened() {
    String title = "Books of " + UUID.randomUUID().toString().substring(0, 8);
    String html = Visit.resource("published.html").replace("SERVER", slug).replace("LEDGER", title);
    String artifact = ada.saves(html);
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      assertThat(Visit.artifact(page).locator("#total")).hasText("940");
      ada.seesCallsOf(artifact);
    }
    return artifact;
  }

  /** From the artifact to the fields of what its source answers now. */
  private void review(Page page, String artifact) {
    visit.open(page, artifact);
    Locator share = Visit.button(page, "Share");
    if (share.isVisible()) {
      share.click();
    } else {
      Visit.button(page, "More").click();
      page.getByRole(AriaRole.MENUITEM, named("Share…")).click();
    }
    page.getByRole(AriaRole.TAB, named("Public")).click();
    Visit.button(page, "Make a public link").click();
    Visit.button(page, "Look through it").click();
    page.getByRole(AriaRole.CHECKBOX, named("entries › amount")).waitFor();
  }

  private void takeBack(String artifact) {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      Visit.button(page, "Share").click();
      page.getByRole(AriaRole.TAB, named("Public")).click();
      assertThat(page.getByText("opened 1 time")).isVisible();
      Visit.button(page, "Take back").click();
      Visit.button(page, "Take it back").click();
      assertThat(page.getByText("There is no public link to this page.")).isVisible();
    }
  }

  private static String bodyOf(Response response) {
    return response.status() == 200 ? new String(response.body(), StandardCharsets.UTF_8) : "";
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** Somebody else's site, with a frame of ours in it. */
  private static final class Site implements AutoCloseable {
    private final HttpServer server;
    private volatile String snippet = "";

    Site() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              byte[] body =
                  ("<!doctype html><title>Site</title>" + snippet).getBytes(StandardCharsets.UTF_8);
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          });
      server.start();
    }

    String origin() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void shows(String html) {
      snippet = html;
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
