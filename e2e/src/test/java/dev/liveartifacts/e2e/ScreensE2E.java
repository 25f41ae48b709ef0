package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.liveartifacts.infra.signin.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen, on a desk and on a phone, by day and by night: photographed, and checked for
 * accessibility.
 */
@ExtendWith(RunningSystem.class)
class ScreensE2E {
  private static final Set<String> SERIOUS = Set.of("serious", "critical");
  private static final String AT_REST =
      """
      () => document.getAnimations().every(
          a => a.playState !== "running" || a.effect.getComputedTiming().endTime === Infinity)
      """;

  private final Visit visit;

  ScreensE2E(Visit visit) {
    this.visit = visit;
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
  void no_screen_has_a_serious_barrier(int width, int height, ColorScheme scheme) {
    Api ada = visit.as(Person.ADA);
    String artifact = ada.post("/api/templates/open-pipeline", Map.of()).get("id").asText();
    String crm = ada.connector("Acme CRM");
    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (BrowserContext window = visit.window(Person.ADA, width, height, scheme)) {
      Page page = window.newPage();
      for (var screen :
          Map.of(
                  "gallery", "/",
                  "templates", "/?tab=templates",
                  "new", "/new",
                  "connectors", "/connectors",
                  "connector", "/connectors/" + crm,
                  "schedules", "/schedules",
                  "review", "/a/" + artifact + "?review",
                  "not-found", "/a/0198a0c0-0000-7000-8000-000000000000")
              .entrySet()) {
        page.navigate(visit.system.appUrl() + screen.getValue());
        examine(page, screen.getKey() + "-" + look);
      }
      ada.grantsAll(artifact);
      visit.open(page, artifact);
      Visit.artifact(page).getByText("As of").waitFor();
      examine(page, "artifact-" + look);
    }
    try (BrowserContext window = visit.stranger(width, height, scheme)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/");
      examine(page, "sign-in-" + look);
    }
  }

  @Test
  void the_picture_in_the_readme_is_the_product() {
    Api ada = visit.as(Person.ADA);
    String artifact = ada.post("/api/templates/open-pipeline", Map.of()).get("id").asText();
    ada.grantsAll(artifact);
    try (BrowserContext window = visit.window(Person.ADA, 1280, 800, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      Visit.artifact(page).getByText("As of").waitFor();

      byte[] picture = photograph(page, "readme");

      assertThat(picture.length).isGreaterThan(20_000);
    }
  }

  private static void examine(Page page, String name) {
    page.getByRole(AriaRole.HEADING).first().waitFor();
    assertThat(page.locator(".skeleton")).hasCount(0);
    // half faded in, a dialog has the contrast of neither of its ends
    page.waitForFunction(AT_REST);
    photograph(page, name);
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        .as(name + " scrolls sideways")
        .isEqualTo(false);
    // the page inside the frame is its maker's; what is ours is everything around it
    List<Rule> barriers =
        new AxeBuilder(page)
            .exclude("iframe").analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .toList();
    assertThat(barriers)
        .as(name)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  private static byte[] photograph(Page page, String name) {
    return page.screenshot(
        new Page.ScreenshotOptions().setPath(Visit.SCREENSHOTS.resolve(name + ".png")));
  }
}
