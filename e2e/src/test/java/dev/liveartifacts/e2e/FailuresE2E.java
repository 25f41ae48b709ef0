package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.liveartifacts.infra.signin.Person;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that fail in every way, and pages that ask for what they may not have. */
@ExtendWith(RunningSystem.class)
class FailuresE2E {
  private static final double LONGER_THAN_A_CALLS_DEADLINE = 45_000;

  private final Visit visit;
  private final Api acme;

  FailuresE2E(Visit visit) {
    this.visit = visit;
    this.acme = new Api(visit.system.demoUrl(), null);
  }

  @BeforeEach
  @AfterEach
  void nothing_is_wrong_at_acme() {
    acme.delete("/faults");
  }

  @Test
  void what_a_page_may_not_have_is_refused_in_the_words_that_pages_know() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window);

      assertThat(answer(page, "deals")).containsText("ok:");
      assertThat(answer(page, "cash")).containsText("ok:");
      assertThat(answer(page, "stranger"))
          .hasText(
              "error: Tool \"mcp__acme-calendar__week\" is not in this artifact's mcp_tools allowlist.");
      assertThat(answer(page, "missing"))
          .hasText(
              "error: Tool \"mcp__acme-crm__no_such_tool\" is not in this artifact's mcp_tools allowlist.");
      assertThat(answer(page, "arguments")).hasText("error: Tool args must be an object.");
    }
  }

  @ParameterizedTest
  @CsvSource({"error", "garbage", "huge", "unauthorized", "hang"})
  void a_source_that_fails_leaves_the_rest_of_the_page_alone(String mode) {
    acme.put("/faults/erp", Map.of("mode", mode, "status", 500, "tool", "cash"));
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window);

      assertThat(answer(page, "deals")).containsText("ok:");
      assertThat(answer(page, "projects")).containsText("ok:");
      assertThat(answer(page, "cash"))
          .containsText(
              Pattern.compile("error: .*Acme ERP.*"),
              new LocatorAssertions.ContainsTextOptions().setTimeout(LONGER_THAN_A_CALLS_DEADLINE));
      assertThat(sources(page))
          .hasAttribute("aria-label", Pattern.compile(".*Acme ERP (failing|sign in).*"));
      assertThat(sources(page))
          .hasAttribute("aria-label", Pattern.compile(".*Acme CRM (?!failing).*"));
    }
  }

  @Test
  void row_16_a_tool_that_writes_runs_only_after_the_person_saw_the_arguments_and_agreed() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window);
      assertThat(answer(page, "deals")).containsText("ok:");
      Locator dialog = page.getByRole(AriaRole.ALERTDIALOG);

      Visit.artifact(page).getByText("Move a deal").click();
      assertThat(dialog).containsText("negotiation");
      assertThat(answer(page, "write")).hasText("…");
      Visit.button(page, "Do not allow").click();
      assertThat(answer(page, "write")).containsText("error: Tool");
      assertThat(answer(page, "write")).containsText("was not allowed by the user.");

      Visit.artifact(page).getByText("Move a deal").click();
      dialog
          .getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Allow").setExact(true))
          .click();

      assertThat(answer(page, "write")).containsText("ok:");
    }
  }

  private Page opened(BrowserContext window) {
    String artifact = visit.as(Person.ADA).saves(Visit.resource("four-sources.html"));
    Page page = window.newPage();
    page.navigate(visit.system.appUrl() + "/a/" + artifact);
    return page;
  }

  private static Locator answer(Page page, String id) {
    return Visit.artifact(page).locator("#" + id);
  }

  private static Locator sources(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sources:.*")));
  }
}
