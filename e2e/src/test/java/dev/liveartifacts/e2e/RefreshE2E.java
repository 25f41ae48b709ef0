package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.liveartifacts.infra.signin.Person;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that is refreshed while nobody looks: agreed to, seen, looked back at, taken back. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshE2E {
  private static final String CONNECTOR = "Ledger " + UUID.randomUUID().toString().substring(0, 8);
  private static final Duration A_WHILE = Duration.ofSeconds(40);

  private final Visit visit;
  private final Api ada;
  private final ScriptedServer source = new ScriptedServer();
  private String slug = "";

  RefreshE2E(Visit visit) {
    this.visit = visit;
    this.ada = visit.as(Person.ADA);
  }

  @BeforeAll
  void a_ledger_is_connected() {
    slug = ada.connects(CONNECTOR, source.endpoint(), "workspace").get("slug").asText();
  }

  @AfterAll
  void the_ledger_goes_again() {
    ada.delete("/api/connectors/" + ada.connector(CONNECTOR));
    source.close();
  }

  @Test
  void two_clicks_schedule_a_page_and_what_it_will_fetch_is_seen_before() {
    String artifact = saved("ledger.html");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, artifact, 30, "30");

      Visit.button(page, "Schedule").click();
      Locator fetched = page.getByRole(AriaRole.REGION, named("What is fetched"));
      assertThat(fetched.getByText("Ledger", new Locator.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(fetched.getByLabel("until")).containsText("Today");
      fetched.getByLabel("from").selectOption("");
      inDialog(page, "Schedule").click();
      assertThat(page.getByText("Scheduled", exactly())).isVisible();

      page.navigate(visit.system.appUrl() + "/schedules?tab=permissions");
      Locator permission = line(page, title(artifact));
      permission.getByRole(AriaRole.BUTTON, buttonNamed("The calls")).click();
      assertThat(permission).containsText(Pattern.compile("from: \\d{4}-01-01"));
      assertThat(permission).containsText("until: today");
    }
  }

  @Test
  void what_a_refresh_brought_is_offered_and_shown_on_a_click() {
    String artifact = scheduled("ledger.html");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, artifact, 10, "10");
      source.ledger(Map.of("a", 25));

      Visit.button(page, "Schedule").click();
      inDialog(page, "Run now").click();
      Locator show = Visit.button(page, "Show it");
      assertThat(show).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
      assertThat(page.getByText(Pattern.compile("New data from today .+"))).isVisible();
      assertThat(total(page)).hasText("10");

      show.click();

      assertThat(total(page)).hasText("25");
    }
  }

  @Test
  void who_wants_it_sees_new_data_without_a_click() {
    String artifact = scheduled("ledger.html");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, artifact, 1, "1");
      Visit.button(page, "More").click();
      page.getByRole(
              AriaRole.MENUITEMCHECKBOX,
              new Page.GetByRoleOptions().setName("Show new data by itself"))
          .click();
      page.reload();
      assertThat(total(page)).hasText("1");
      source.ledger(Map.of("a", 2));

      run(artifact);

      assertThat(total(page))
          .hasText("2", new LocatorAssertions.HasTextOptions().setTimeout(40_000));
    }
  }

  @Test
  void a_page_that_watches_its_data_takes_the_refresh_in_and_is_not_loaded_anew() {
    String artifact = scheduled("ledger-watched.html");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, artifact, 7, "7");
      Locator note = Visit.artifact(page).getByLabel("Note");
      note.fill("half a sentence");
      source.ledger(Map.of("a", 8));

      run(artifact);

      assertThat(total(page))
          .hasText("8", new LocatorAssertions.HasTextOptions().setTimeout(40_000));
      assertThat(note).hasValue("half a sentence");
    }
  }

  @Test
  void a_page_is_opened_as_it_was_and_says_so_until_one_goes_back() {
    String artifact = scheduled("ledger.html");
    source.ledger(Map.of("a", 100));
    String then = run(artifact);
    source.ledger(Map.of("a", 130, "b", 5));
    run(artifact);
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      Visit.button(page, "Reload").click();
      assertThat(total(page)).hasText("135");

      Visit.button(page, "History").click();
      page.locator("a[href$='asOf=" + snapshotOf(artifact, then) + "']").first().click();

      assertThat(total(page)).hasText("100");
      assertThat(page.getByText(Pattern.compile("You see today .+"))).isVisible();
      Visit.lookAt(page);
      Visit.artifact(page).getByText("Refresh it").click();
      assertThat(Visit.artifact(page).locator("#told")).containsText("shown as it was");

      Visit.button(page, "Back to now").click();

      assertThat(total(page)).hasText("135");
    }
  }

  @Test
  void what_changed_is_told_row_by_row() {
    String artifact = scheduled("ledger.html");
    source.ledger(Map.of("rent", 900, "travel", 40));
    run(artifact);
    source.ledger(Map.of("rent", 950, "food", 12));
    run(artifact);
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      Visit.button(page, "History").click();

      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("^What changed at .+")))
          .first()
          .click();

      Locator changes = page.getByRole(AriaRole.REGION, named("Ledger, " + CONNECTOR));
      assertThat(changes).containsText("1 row has changed, 1 row is new, 1 row is gone");
      assertThat(changes.getByRole(AriaRole.ROW).filter(having("rent"))).containsText("+50");
      assertThat(changes).containsText("food");
      assertThat(changes).containsText("travel");
    }
  }

  @Test
  void a_page_starts_its_schedule_after_a_click_and_a_yes() {
    String artifact = scheduled("ledger.html");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, artifact, 3, "3");

      Visit.artifact(page).getByText("Refresh it").click();
      inDialog(page, "Run now").click();

      assertThat(Visit.artifact(page).locator("#told")).containsText("sessionId");
      await()
          .atMost(A_WHILE)
          .untilAsserted(
              () -> assertThat(runs(artifact).get(0).get("state").asText()).isEqualTo("finished"));
      assertThat(runs(artifact).get(0).get("trigger").asText()).isEqualTo("page");
    }
  }

  @Test
  void what_failed_is_fetched_again_and_nothing_else() {
    String artifact = scheduled("ledger.html");
    source.away(true);
    try (BrowserContext window = visit.window(Person.ADA)) {
      String run = run(artifact);
      assertThat(ada.get("/api/schedules/runs/" + run).get("state").asText()).isEqualTo("partly");
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/schedules?tab=runs");
      page.getByLabel("Artifact", new Page.GetByLabelOptions().setExact(true))
          .selectOption(title(artifact));
      page.getByLabel("How it went").selectOption("Partly fetched");
      Locator line = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Runs"));
      assertThat(line).containsText("2 calls, 1 failed");
      source.away(false);

      line.getByRole(AriaRole.BUTTON, buttonNamed("Fetch what failed")).click();

      page.getByLabel("How it went").selectOption("All fetched");
      assertThat(line)
          .containsText(
              "what had failed, again",
              new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
      assertThat(runs(artifact).get(0).get("calls")).hasSize(1);
    } finally {
      source.away(false);
    }
  }

  @Test
  void what_was_allowed_is_taken_back_and_the_schedule_stops() {
    String artifact = scheduled("ledger.html");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/schedules?tab=permissions");
      Visit.button(page, "Take back what " + title(artifact) + " may do").click();
      inDialog(page, "Take back").click();
      assertThat(line(page, title(artifact))).hasCount(0);

      String run = run(artifact);

      assertThat(ada.get("/api/schedules/runs/" + run).get("state").asText()).isEqualTo("gone");
      page.navigate(visit.system.appUrl() + "/schedules");
      assertThat(line(page, title(artifact))).containsText("Stopped");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
  void no_screen_about_refreshing_has_a_serious_barrier(int width, int height, ColorScheme scheme) {
    String artifact = scheduled("ledger.html");
    source.ledger(Map.of("rent", 900));
    run(artifact);
    source.ledger(Map.of("rent", 950));
    String run = run(artifact);
    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (BrowserContext window = visit.window(Person.ADA, width, height, scheme)) {
      Page page = window.newPage();
      for (String tab : new String[] {"schedules", "runs", "permissions"}) {
        page.navigate(visit.system.appUrl() + "/schedules?tab=" + tab);
        page.getByRole(AriaRole.LINK, named(title(artifact))).first().waitFor();
        Examination.of(page, "refresh-" + tab + "-" + look);
      }
      visit.open(page, artifact);
      assertThat(total(page)).hasText("950");
      Visit.button(page, "More").click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Schedule…")).click();
      page.getByText("What is fetched").waitFor();
      Examination.of(page, "refresh-schedule-" + look);
      page.keyboard().press("Escape");
      Visit.button(page, "More").click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("History")).click();
      page.getByText(Pattern.compile("Data, all fetched")).first().waitFor();
      Examination.of(page, "refresh-history-" + look);
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("^What changed at .+")))
          .first()
          .click();
      page.getByText("1 row has changed").waitFor();
      Examination.of(page, "refresh-changes-" + look);
      page.navigate(
          visit.system.appUrl() + "/a/" + artifact + "?asOf=" + snapshotOf(artifact, run));
      page.getByText("Back to now").waitFor();
      Examination.of(page, "refresh-as-of-" + look);
    }
  }

  /** A page about the ledger, opened while it holds one entry of this amount. */
  private Page opened(BrowserContext window, String artifact, int amount, String shown) {
    source.ledger(Map.of("a", amount));
    Page page = window.newPage();
    visit.open(page, artifact);
    Visit.button(page, "Reload").click();
    assertThat(total(page)).hasText(shown);
    return page;
  }

  private String saved(String resource) {
    String name = "Ledger of " + UUID.randomUUID().toString().substring(0, 8);
    return ada.saves(
        Visit.resource(resource)
            .replace("SERVER", slug)
            .replace("CONNECTOR", CONNECTOR)
            .replace("LEDGER", name));
  }

  /** A page whose calls are known and that is scheduled for a day far away. */
  private String scheduled(String resource) {
    String artifact = saved(resource);
    source.ledger(Map.of("a", 0));
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      assertThat(total(page)).hasText("0");
      ada.seesCallsOf(artifact);
    }
    ada.post(
        "/api/artifacts/" + artifact + "/schedules",
        Map.of("cron", "0 7 1 1 *", "timeZone", "Europe/London"));
    return artifact;
  }

  /** Runs the artifact's schedule and waits for the end, and for what is kept of it. */
  private String run(String artifact) {
    String schedule = ada.get("/api/schedules?artifactId=" + artifact).get(0).get("id").asText();
    String run = ada.post("/api/schedules/" + schedule + "/run", Map.of()).get("id").asText();
    await()
        .atMost(A_WHILE)
        .until(
            () -> ada.get("/api/schedules/runs/" + run).get("state").asText(),
            state -> !state.equals("requested") && !state.equals("running"));
    if (!ada.get("/api/schedules/runs/" + run).get("state").asText().equals("gone")) {
      await().atMost(A_WHILE).until(() -> snapshotOf(artifact, run), id -> !id.isEmpty());
    }
    return run;
  }

  private String snapshotOf(String artifact, String run) {
    return ada.get("/api/artifacts/" + artifact + "/snapshots")
        .valueStream()
        .filter(snapshot -> snapshot.get("runId").asText().equals(run))
        .map(snapshot -> snapshot.get("id").asText())
        .findFirst()
        .orElse("");
  }

  private JsonNode runs(String artifact) {
    return ada.get("/api/schedules/runs?artifactId=" + artifact);
  }

  private String title(String artifact) {
    return ada.get("/api/artifacts/" + artifact).get("title").asText();
  }

  private static Locator total(Page page) {
    return Visit.artifact(page).locator("#total");
  }

  private static Locator line(Page page, String title) {
    return page.locator("li.schedule").filter(having(title));
  }

  private static Locator inDialog(Page page, String button) {
    return page.locator("[role=dialog], [role=alertdialog]")
        .getByRole(AriaRole.BUTTON, buttonNamed(button));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions buttonNamed(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
