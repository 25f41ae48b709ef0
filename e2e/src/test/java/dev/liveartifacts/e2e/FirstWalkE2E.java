package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.liveartifacts.infra.signin.Person;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the README promises, as its reader would try it. */
@ExtendWith(RunningSystem.class)
class FirstWalkE2E {
  private static final Pattern MONEY = Pattern.compile(".*\\d[\\d,.]*.*");
  private static final double A_MINUTE_AND_A_BIT = 100_000;

  private final Visit visit;

  FirstWalkE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void opening_shows_current_numbers_and_reload_fetches_new_ones() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl());

      link(page, "Open pipeline").first().click();

      assertThat(Visit.artifact(page).locator("#total")).hasText(MONEY);
      assertThat(sources(page)).hasAttribute("aria-label", Pattern.compile("Sources: Acme CRM .+"));
      String before = asOf(page).textContent();
      Instant shown = Instant.now();
      // the page tells its age in whole seconds
      page.waitForCondition(() -> Instant.now().isAfter(shown.plusSeconds(1)));

      Visit.button(page, "Reload").click();

      assertThat(asOf(page)).not().hasText(before);
      assertThat(Visit.artifact(page).locator("#total")).hasText(MONEY);
    }
  }

  @Test
  void a_filter_is_found_again_on_another_device() {
    String artifact = fromTemplate(Person.ADA, "open-pipeline");
    try (BrowserContext laptop = visit.window(Person.ADA)) {
      Page page = laptop.newPage();
      visit.open(page, artifact);
      proposals(Visit.artifact(page)).click();
      assertThat(proposals(Visit.artifact(page))).hasAttribute("aria-pressed", "true");
      page.close();
    }

    try (BrowserContext phone = visit.phone(Person.ADA)) {
      Page page = phone.newPage();
      visit.open(page, artifact);

      assertThat(proposals(Visit.artifact(page))).hasAttribute("aria-pressed", "true");
    }
  }

  @Test
  void a_schedule_fires_and_the_open_page_offers_what_it_brought() {
    String artifact = fromTemplate(Person.ADA, "open-pipeline");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      assertThat(Visit.artifact(page).locator("#total")).hasText(MONEY);

      Visit.button(page, "Schedule").click();
      page.getByLabel("How often").selectOption("custom");
      page.getByLabel("As a cron expression").fill("* * * * *");
      assertThat(page.getByText("Every minute")).isVisible();
      page.getByRole(AriaRole.DIALOG)
          .getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Schedule").setExact(true))
          .click();
      assertThat(page.getByText("Scheduled").first()).isVisible();
      String before = asOf(page).textContent();
      Instant shown = Instant.now();
      // the page tells its age in whole seconds
      page.waitForCondition(() -> Instant.now().isAfter(shown.plusSeconds(1)));

      Visit.button(page, "Show it")
          .click(new Locator.ClickOptions().setTimeout(A_MINUTE_AND_A_BIT));

      assertThat(asOf(page)).not().hasText(before);
      assertThat(page.getByText(Pattern.compile("New data from .+")).first()).isVisible();
      page.navigate(visit.system.appUrl() + "/schedules");
      assertThat(page.getByText("Every minute").first()).isVisible();
    }
  }

  @Test
  void a_colleague_opens_the_link_and_sees_it_until_it_is_taken_back() {
    String artifact = fromTemplate(Person.ADA, "cfo-dashboard");
    try (BrowserContext adas = visit.window(Person.ADA);
        BrowserContext bens = visit.window(Person.BEN)) {
      Page ben = bens.newPage();
      ben.navigate(visit.system.appUrl() + "/a/" + artifact);
      assertThat(ben.locator("iframe")).hasCount(0);

      Page ada = adas.newPage();
      visit.open(ada, artifact);
      Visit.button(ada, "Share").click();
      ada.getByLabel("Add people or groups").fill("Ben@Acme.test");
      ada.keyboard().press("Enter");
      button(ada, "Share").last().click();
      assertThat(ada.getByLabel("What Ben Okri may do")).isVisible();

      ben.reload();
      button(ben, "Open").click();
      assertThat(Visit.artifact(ben).getByText("Cash").first()).isVisible();
      assertThat(sources(ben)).hasAttribute("aria-label", Pattern.compile("Sources: Acme ERP .+"));

      Visit.button(ada, "More about Ben Okri").click();
      ada.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Remove")).click();

      assertThat(ben.getByText("You no longer have access")).isVisible();
    }
  }

  private String fromTemplate(Person person, String template) {
    Api api = visit.as(person);
    String id = api.post("/api/templates/" + template, Map.of()).get("id").asText();
    api.grantsAll(id);
    return id;
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator sources(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sources:.*")));
  }

  private static Locator asOf(Page page) {
    return Visit.artifact(page).getByText(Pattern.compile("^As of .+"));
  }

  private static Locator proposals(FrameLocator artifact) {
    return artifact.getByRole(
        AriaRole.BUTTON,
        new FrameLocator.GetByRoleOptions().setName(Pattern.compile("^Proposal.*")));
  }
}
