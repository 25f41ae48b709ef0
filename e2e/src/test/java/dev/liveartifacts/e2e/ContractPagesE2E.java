package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.liveartifacts.infra.signin.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages as people's assistants write them, each of which checks for itself what it relies on. What
 * they cover is listed in docs/page-compatibility.md.
 */
@ExtendWith(RunningSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class ContractPagesE2E {
  private static final String CONNECTOR = "Fieldbooks";
  private static final Locator.WaitForOptions LONG =
      new Locator.WaitForOptions().setTimeout(45_000);

  private final Visit visit;
  private final Api ada;
  private final ScriptedServer server = new ScriptedServer();

  ContractPagesE2E(Visit visit) {
    this.visit = visit;
    this.ada = visit.as(Person.ADA);
  }

  @BeforeAll
  void a_connector_answers_in_every_form() {
    ada.connects(CONNECTOR, server.endpoint(), "workspace");
  }

  @AfterAll
  void the_connector_goes_again() {
    ada.delete("/api/connectors/" + ada.connector(CONNECTOR));
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipeline",
        "headless",
        "answers",
        "watcher",
        "storage",
        "browser",
        "analysis",
        "diagrams",
        "crowd"
      })
  void a_page_finds_everything_that_it_relies_on(String name) {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, name);

      assertThat(checksOf(page)).isNotEmpty().allMatch(check -> check.startsWith("ok: "));
    }
  }

  @Test
  void a_call_that_a_page_gives_up_is_given_up_at_its_source() {
    int before = server.abandoned();
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, "watcher");

      page.waitForCondition(() -> server.abandoned() > before);
    }
  }

  @Test
  void settings_are_there_again_and_two_tabs_agree() {
    String artifact = ada.saves(source("storage"));
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page first = open(window, artifact);
      assertThat(body(first)).hasAttribute("data-visits", "1");
      checksOf(first);
      Page second = open(window, artifact);
      assertThat(body(second)).hasAttribute("data-visits", "2");

      Visit.artifact(second).getByText("Dark", exactly()).click();

      assertThat(Visit.artifact(first).locator("#heard"))
          .containsText("[\"theme\",null,\"dark\",true]");
      assertThat(body(first)).hasAttribute("data-heard", "yes");

      Visit.lookAt(first);
      Visit.artifact(first).getByText("No theme").click();

      assertThat(Visit.artifact(second).locator("#heard"))
          .containsText("[\"theme\",\"dark\",null,true]");
    }
  }

  @Test
  void what_a_page_writes_at_load_waits_for_one_question_that_lists_it() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, "queue");
      Locator dialog = page.getByRole(AriaRole.ALERTDIALOG);

      assertThat(dialog).containsText("3 things");
      for (String row : List.of("r-1", "r-2", "r-3")) {
        assertThat(dialog).containsText(row);
      }
      assertThat(Visit.artifact(page).getByText("read: 2")).isVisible();
      assertThat(server.saved()).doesNotContain("r-1", "r-2", "r-3");
      answer(page, "Allow");

      assertThat(Visit.artifact(page).getByText("queue over")).isVisible();
      assertThat(Visit.artifact(page).getByText("saved: row r-2")).isVisible();
      assertThat(server.saved()).contains("r-1", "r-2", "r-3");

      Visit.artifact(page).getByText("Save one more").click();
      assertThat(dialog).containsText("r-4");
      answer(page, "Do not allow");

      assertThat(Visit.artifact(page).getByText("refused: Tool"))
          .hasText("refused: Tool \"save_row\" was not allowed by the user.");
      assertThat(server.saved()).doesNotContain("r-4");
    }
  }

  @Test
  void what_a_page_does_with_the_browser_works() throws IOException {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, "browser");
      checksOf(page);
      FrameLocator frame = Visit.artifact(page);

      Download csv = page.waitForDownload(() -> frame.getByText("Export CSV").click());
      assertThat(csv.suggestedFilename()).isEqualTo("ledger.csv");
      assertThat(Files.readString(csv.path())).isEqualTo("name,amount\nÄrger,12\n");

      frame.getByText("Copy", exactly()).click();
      assertThat(body(page)).hasAttribute("data-copied", "yes");

      page.onDialog(ContractPagesE2E::reply);
      frame.getByText("Ask", exactly()).click();
      assertThat(body(page)).hasAttribute("data-confirmed", "true");
      assertThat(body(page)).hasAttribute("data-prompted", "Ada");

      frame.getByText("Send").click();
      assertThat(body(page)).hasAttribute("data-sent", "Ada");

      frame.locator("#first").dragTo(frame.locator("#drop"));
      assertThat(body(page)).hasAttribute("data-dropped", "first card");

      frame.getByText("Popup").click();
      assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("https://example.com/popup");
      answer(page, "Stay here");
      assertThat(body(page)).hasAttribute("data-popup", "null");

      frame.getByText("Report").click();
      assertThat(page.getByRole(AriaRole.ALERTDIALOG))
          .containsText("https://example.com/report?q=1");
      answer(page, "Stay here");
      assertThat(window.pages()).hasSize(1);
    }
  }

  @Test
  void tasks_links_and_prompts_go_through_the_person() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, "analysis");
      checksOf(page);
      Locator told = Visit.artifact(page).locator("#told");

      Visit.artifact(page).getByText("Run the weekly task").click();
      assertThat(told)
          .hasText(
              "{\"isError\":true,\"error\":\"Scheduled task \\\"weekly-report\\\" not found.\"}");

      Visit.artifact(page).getByText("Open the report").click();
      assertThat(page.getByRole(AriaRole.ALERTDIALOG))
          .containsText("https://example.com/report?id=7");
      answer(page, "Stay here");
      assertThat(told).hasText("{\"opened\":false}");

      Visit.artifact(page).getByText("Ask Claude about this").click();
      assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("Summarise the pipeline");
      answer(page, "Leave it");
      assertThat(told).hasText("{\"copied\":false}");
    }
  }

  @Test
  void what_was_left_out_is_said() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window, "diagrams");
      checksOf(page);

      Visit.button(page, "Data").click();
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("Page.*")))
          .click();

      assertThat(page.getByText("https://cdn.example.com/unknown-widget.js").first()).isVisible();
      assertThat(page.getByText("https://cdn.example.com/unknown.css").first()).isVisible();
    }
  }

  private Page opened(BrowserContext window, String name) {
    return open(window, ada.saves(source(name)));
  }

  private Page open(BrowserContext window, String artifact) {
    Page page = window.newPage();
    visit.open(page, artifact);
    return page;
  }

  private static String source(String name) {
    return Visit.resource("contract/" + name + ".html")
        .replace("/*CHECKS*/", Visit.resource("contract/checks.js"))
        .replace("CONNECTOR", CONNECTOR);
  }

  /** What the page found; waits until it has looked at everything. */
  private static List<String> checksOf(Page page) {
    Visit.artifact(page).locator("#checks").waitFor(LONG);
    return Visit.artifact(page).locator("#checks li").allTextContents();
  }

  private static Locator body(Page page) {
    return Visit.artifact(page).locator("body");
  }

  private static FrameLocator.GetByTextOptions exactly() {
    return new FrameLocator.GetByTextOptions().setExact(true);
  }

  private static void answer(Page page, String word) {
    page.getByRole(AriaRole.ALERTDIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(word).setExact(true))
        .click();
  }

  private static void reply(Dialog dialog) {
    dialog.accept(dialog.type().equals("prompt") ? "Ada" : "");
  }
}
