package dev.liveartifacts.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.liveartifacts.infra.signin.Person;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen, by day on a desk and by night on a phone: photographed, and checked for
 * accessibility.
 */
@ExtendWith(RunningSystem.class)
class ScreensE2E {
  private final Visit visit;

  ScreensE2E(Visit visit) {
    this.visit = visit;
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
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
                  "alerts", "/alerts",
                  "review", "/a/" + artifact + "?review",
                  "not-found", "/a/0198a0c0-0000-7000-8000-000000000000")
              .entrySet()) {
        page.navigate(visit.system.appUrl() + screen.getValue());
        Examination.of(page, screen.getKey() + "-" + look);
      }
      ada.grantsAll(artifact);
      visit.open(page, artifact);
      Visit.artifact(page).getByText("As of").waitFor();
      Examination.of(page, "artifact-" + look);
    }
    try (BrowserContext window = visit.stranger(width, height, scheme)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/");
      Examination.of(page, "sign-in-" + look);
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

      byte[] picture = Examination.photograph(page, "readme");

      assertThat(picture.length).isGreaterThan(20_000);
    }
  }
}
