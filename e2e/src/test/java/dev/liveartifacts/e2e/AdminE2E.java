package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.liveartifacts.infra.signin.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators do, and nobody else. */
@ExtendWith(RunningSystem.class)
class AdminE2E {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> TABS =
      List.of("People", "Artifacts", "Connectors and policy", "Budgets", "Audit log", "System");

  private final Visit visit;

  AdminE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void an_artifact_whose_owner_has_left_gets_another_one_and_the_log_says_who_did_it()
      throws Exception {
    visit.as(Person.CLEO).get("/api/me");
    String title = "Orphan " + UUID.randomUUID().toString().substring(0, 8);
    String artifact =
        visit.as(Person.BEN).saves("<!doctype html><title>" + title + "</title><p>Left");
    try (BrowserContext hers = visit.window(Person.ADA)) {
      Page page = administration(hers);
      page.getByLabel("Search people and groups").fill("okri");
      assertThat(row(page, "People", "Ben Okri")).containsText("ben@acme.test");

      tab(page, "Artifacts").click();
      page.getByLabel("Search artifacts and owners").fill(title);
      assertThat(row(page, "Artifacts", title)).containsText("Ben Okri");
      Visit.button(page, "Reassign " + title).click();
      page.getByLabel("Find a person").fill("cleo");
      page.getByRole(AriaRole.RADIO, named("Cleo Marsh")).check();
      Visit.button(page, "Reassign").click();
      assertThat(row(page, "Artifacts", title)).containsText("Cleo Marsh");

      tab(page, "Audit log").click();
      page.getByLabel("What").selectOption("Changes of owner");
      Locator entry = row(page, "Audit log", title);
      assertThat(entry).containsText("Ada Lovelace");
      assertThat(entry).containsText("Gave it to another owner");
      assertThat(entry).containsText("Done");

      List<JsonNode> log = exported(page);
      assertThat(log)
          .allSatisfy(line -> assertThat(line.get("action").asText()).isEqualTo("owner.change"));
      assertThat(log)
          .anySatisfy(line -> {
            assertThat(line.get("artifactId").asText()).isEqualTo(artifact);
            assertThat(line.get("personName").asText()).isEqualTo("Ada Lovelace");
          });
    }
    assertThat(visit.as(Person.BEN).send("GET", "/api/artifacts/" + artifact, null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_tabs_are_walked_by_keyboard() {
    try (BrowserContext hers = visit.window(Person.ADA)) {
      Page page = administration(hers);
      tab(page, "People").focus();
      for (String name : TABS.subList(1, TABS.size())) {
        page.keyboard().press("ArrowRight");
        assertThat(tab(page, name)).isFocused();
        assertThat(page.getByRole(AriaRole.TABPANEL, named(name))).isVisible();
      }
      page.keyboard().press("Home");
      assertThat(tab(page, "People")).hasAttribute("aria-selected", "true");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
  void no_tab_has_a_serious_barrier_and_the_chosen_one_is_in_sight(
      int width, int height, ColorScheme scheme) {
    try (BrowserContext hers = visit.window(Person.ADA, width, height, scheme)) {
      Page page = hers.newPage();
      for (String name : TABS) {
        page.navigate(visit.system.appUrl() + "/admin?tab=" + word(name));
        assertThat(tab(page, name)).hasAttribute("aria-selected", "true");
        Examination.of(
            page, "admin-%s-%d-%s".formatted(word(name), width, scheme).toLowerCase(Locale.ROOT));
        BoundingBox box = tab(page, name).boundingBox();
        assertThat(box.x).as(name).isNotNegative();
        assertThat(box.x + box.width).as(name).isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  void who_is_no_administrator_sees_none_of_it() {
    try (BrowserContext his = visit.window(Person.BEN)) {
      List<String> asked = new ArrayList<>();
      Page page = his.newPage();
      page.onRequest(request -> {
        if (request.url().contains("/api/admin/")) {
          asked.add(request.url());
        }
      });
      page.navigate(visit.system.appUrl() + "/admin?tab=audit");

      assertThat(page.getByRole(AriaRole.HEADING, named("This is for administrators"))).isVisible();
      assertThat(page.getByRole(AriaRole.TAB)).hasCount(0);
      assertThat(page.getByRole(AriaRole.LINK, named("Administration"))).hasCount(0);
      assertThat(asked).isEmpty();
    }
    for (String path :
        List.of("people", "artifacts", "budgets", "audit", "audit.jsonl", "system")) {
      assertThat(visit.as(Person.BEN).send("GET", "/api/admin/" + path, null).statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  private Page administration(BrowserContext window) {
    Page page = window.newPage();
    page.navigate(visit.system.appUrl() + "/admin");
    assertThat(page.getByRole(AriaRole.HEADING, named("Administration"))).isVisible();
    return page;
  }

  private static List<JsonNode> exported(Page page) throws IOException {
    Download file =
        page.waitForDownload(
            () -> page.getByRole(AriaRole.LINK, named("Export as JSON lines")).click());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file.path())) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.TAB, named(name).setExact(true));
  }

  private static Locator row(Page page, String table, String text) {
    return page.getByRole(AriaRole.REGION, named(table).setExact(true))
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  /** As the tab is called in the address. */
  private static String word(String tab) {
    return tab.toLowerCase(Locale.ROOT).split(" ")[0];
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
