package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where somebody is signed in, how that ends, and the programs that speak for them. */
@ExtendWith(RunningSystem.class)
class AccountE2E {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String IPAD =
      "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/18.1 Mobile/15E148 Safari/604.1";

  private final Visit visit;

  AccountE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void a_token_reaches_all_three_services_within_its_scopes_until_it_is_revoked() {
    String name = "Report " + UUID.randomUUID().toString().substring(0, 8);
    try (BrowserContext window = visit.window(Person.BEN)) {
      Page page = account(window);
      Visit.button(page, "Make a token").click();
      page.getByLabel("Name").fill(name);
      Visit.button(page, "Make it").click();
      String secret = page.getByLabel("Token", exactly()).inputValue();
      Visit.button(page, "Done").click();

      Api program = new Api(visit.system.appUrl(), secret);
      assertThat(program.get("/api/me").get("name").asText()).isEqualTo(Person.BEN.name());
      assertThat(program.get("/api/connectors")).isNotEmpty();
      assertThat(program.get("/api/schedules").isArray()).isTrue();
      assertThat(program.send("POST", "/api/templates/open-pipeline", Map.of()).statusCode())
          .isEqualTo(403);

      Visit.button(page, "Revoke " + name).click();
      page.getByRole(AriaRole.TEXTBOX).fill(name);
      page.getByRole(AriaRole.ALERTDIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
          .click();
      assertThat(Visit.button(page, "Revoke " + name)).hasCount(0);
      Awaitility.await()
          .atMost(SOON)
          .until(() -> program.send("GET", "/api/me", null).statusCode() == 401);
    }
  }

  @Test
  void a_session_that_is_ended_elsewhere_takes_its_open_page_along_and_leads_back_to_it() {
    String artifact = visit.as(Person.BEN).saves("<!doctype html><title>Far</title><h1>Far</h1>");
    try (BrowserContext away = visit.stranger(IPAD);
        BrowserContext here = visit.window(Person.BEN)) {
      Page tablet = away.newPage();
      tablet.navigate(visit.system.appUrl());
      Visit.signInFrom(tablet, Person.BEN);
      visit.open(tablet, artifact);
      assertThat(Visit.artifact(tablet).locator("h1")).hasText("Far");

      Visit.button(account(here), "Sign out Safari on iPad").click();

      assertThat(tablet.getByText("You have been signed out")).isVisible(within(SOON));
      assertThat(tablet.locator("iframe")).hasCount(0);
      tablet.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();
      Visit.button(tablet, Person.BEN.name()).click();
      assertThat(Visit.artifact(tablet).locator("h1")).hasText("Far");
    }
  }

  @Test
  void a_session_that_runs_out_leaves_what_is_on_screen_and_what_was_asked_goes_on_after_it() {
    Api ada = visit.as(Person.ADA);
    String connector = "Books " + UUID.randomUUID().toString().substring(0, 8);
    try (ScriptedServer source = new ScriptedServer();
        BrowserContext window = visit.stranger()) {
      source.ledger(Map.of("a", 40, "b", 2));
      String slug = ada.connects(connector, source.endpoint(), "personal").get("slug").asText();
      String artifact = ada.saves(Visit.resource("ledger.html").replace("SERVER", slug));
      Page page = window.newPage();
      page.navigate(visit.system.appUrl());
      Visit.signInFrom(page, Person.ADA);
      visit.open(page, artifact);
      Locator total = Visit.artifact(page).locator("#total");
      assertThat(total).hasText("42");

      // as a browser does when the cookie's time is over
      window.clearCookies();
      source.ledger(Map.of("a", 50));
      Visit.button(page, "Reload").click();
      assertThat(page.getByText("Your session has ended. What you see stays")).isVisible();
      assertThat(total).hasText("42");

      Page small = page.waitForPopup(() -> Visit.button(page, "Sign in again").click());
      small.waitForClose(() -> Visit.button(small, Person.ADA.name()).click());

      assertThat(page.getByText("Your session has ended")).hasCount(0);
      assertThat(total).hasText("50");
      ada.delete("/api/connectors/" + ada.connector(connector));
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
  void the_account_has_no_serious_barrier(int width, int height, ColorScheme scheme) {
    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (BrowserContext window = visit.window(Person.CLEO, width, height, scheme)) {
      Page page = account(window);
      page.getByText("This browser").waitFor();
      Examination.of(page, "account-" + look);
      Visit.button(page, "Make a token").click();
      page.getByLabel("Name").fill("Nightly report");
      Examination.of(page, "account-make-" + look);
      Visit.button(page, "Make it").click();
      page.getByLabel("Token", exactly()).waitFor();
      Examination.of(page, "account-made-" + look);
      Visit.button(page, "Done").click();
      Visit.button(page, "Revoke Nightly report").first().waitFor();
      Examination.of(page, "account-with-token-" + look);
      Visit.button(page, "Sign out everywhere").click();
      Examination.of(page, "account-everywhere-" + look);
    }
  }

  private Page account(BrowserContext window) {
    Page page = window.newPage();
    page.navigate(visit.system.appUrl() + "/account");
    return page;
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static LocatorAssertions.IsVisibleOptions within(Duration time) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(time.toMillis());
  }
}
