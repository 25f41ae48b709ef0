package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.liveartifacts.infra.signin.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parts of the system are killed while people look at it. */
@ExtendWith(RunningSystem.class)
class RestartsE2E {
  private static final double A_WHILE = 60_000;

  /** A page with one setting. */
  private static final String KEEPS =
      """
      <!doctype html><html lang="en"><title>Stages</title>
      <p>Stage <output id="stage"></output></p>
      <button onclick="localStorage.setItem('stage', 'won')">Won</button>
      <script>
        const show = () => { document.getElementById("stage").textContent = localStorage.stage ?? "open"; };
        addEventListener("storage", show);
        show();
      </script></html>
      """;

  private final Visit visit;

  RestartsE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void a_page_keeps_its_data_says_that_connectors_are_away_and_recovers_by_itself() {
    Api ada = visit.as(Person.ADA);
    String artifact = ada.post("/api/templates/open-pipeline", Map.of()).get("id").asText();
    ada.grantsAll(artifact);
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      Locator asOf = Visit.artifact(page).getByText("As of");
      Locator banner = page.locator(".banner").getByText("showing its data from").first();
      assertThat(asOf).isVisible();
      visit.system.kill("connector-service");
      try {
        Visit.button(page, "Reload").click();
        assertThat(banner).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_WHILE));
        assertThat(asOf).isVisible();
      } finally {
        visit.system.start("connector-service");
      }

      assertThat(banner)
          .not()
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_WHILE));
      assertThat(asOf).isVisible();
    }
  }

  @Test
  void a_page_opened_while_connectors_are_away_says_so_and_fills_itself_later() {
    String artifact = visit.as(Person.ADA).saves(Visit.resource("four-sources.html"));
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.system.kill("connector-service");
      try {
        visit.open(page, artifact);
        assertThat(cash(page)).containsText("error:");
        assertThat(page.locator(".banner.failing")).isVisible();
      } finally {
        visit.system.start("connector-service");
      }

      assertThat(cash(page))
          .containsText("ok:", new LocatorAssertions.ContainsTextOptions().setTimeout(A_WHILE));
    }
  }

  @Test
  void without_redis_pages_still_get_their_data_and_nothing_is_lost() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = opened(window);
      visit.system.kill("redis");
      try {
        Visit.button(page, "Reload").click();
        assertThat(cash(page)).containsText("ok:");
        assertThat(visit.as(Person.ADA).get("/api/artifacts?scope=mine").isEmpty()).isFalse();
      } finally {
        visit.system.start("redis");
      }

      Visit.button(page, "Reload").click();
      assertThat(cash(page)).containsText("ok:");
    }
  }

  @Test
  void what_a_page_keeps_while_the_database_is_away_is_kept_when_it_is_back() {
    Api ada = visit.as(Person.ADA);
    String artifact = ada.saves(KEEPS);
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      Page other = window.newPage();
      visit.open(page, artifact);
      visit.open(other, artifact);
      visit.system.kill("postgresql");
      try {
        Visit.lookAt(page);
        Visit.artifact(page).getByText("Won").click();
        Visit.button(page, "Reload").click();
        assertThat(page.locator(".banner").getByText("cannot be reached")).isVisible();
        assertThat(Visit.artifact(page).getByText("Stage")).isVisible();
        for (String path : List.of("/api/artifacts", "/api/connectors", "/api/schedules")) {
          assertThat(ada.send("GET", path, null).statusCode()).as(path).isEqualTo(503);
        }
      } finally {
        visit.system.start("postgresql");
      }

      for (Page each : List.of(page, other)) {
        assertThat(Visit.artifact(each).getByText("Stage"))
            .hasText("Stage won", new LocatorAssertions.HasTextOptions().setTimeout(A_WHILE));
      }
      assertThat(ada.get("/api/artifacts/" + artifact + "/storage").at("/items/stage").asText())
          .isEqualTo("won");
      assertThat(page.locator(".banner").getByText("cannot be reached"))
          .not()
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_WHILE));
    }
  }

  @Test
  void a_refresh_that_was_asked_for_while_kafka_was_away_arrives_after() {
    Api ada = visit.as(Person.ADA);
    String artifact = ada.saves(Visit.resource("four-sources.html"));
    try (BrowserContext window = visit.window(Person.ADA)) {
      visit.open(window.newPage(), artifact);
      String schedule =
          await()
              .atMost(Duration.ofSeconds(20))
              .ignoreExceptions()
              .until(() -> scheduled(ada, artifact), id -> !id.isEmpty());
      visit.system.kill("kafka");
      String run;
      try {
        run = ada.post("/api/schedules/" + schedule + "/run", Map.of()).get("id").asText();
        assertThat(run(ada, schedule, run).get("state").asText()).isEqualTo("requested");
      } finally {
        visit.system.start("kafka");
      }

      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() ->
              assertThat(run(ada, schedule, run).get("state").asText()).isEqualTo("finished"));
      ada.delete("/api/schedules/" + schedule);
    }
  }

  private static String scheduled(Api ada, String artifact) {
    return ada.post(
            "/api/artifacts/" + artifact + "/schedules",
            Map.of("cron", "0 7 * * 1", "timeZone", "Europe/London"))
        .get("id")
        .asText();
  }

  private static JsonNode run(Api ada, String schedule, String run) {
    return ada.get("/api/schedules/" + schedule + "/runs")
        .valueStream()
        .filter(each -> each.get("id").asText().equals(run))
        .findFirst()
        .orElseThrow();
  }

  private Page opened(BrowserContext window) {
    String artifact = visit.as(Person.ADA).saves(Visit.resource("four-sources.html"));
    Page page = window.newPage();
    visit.open(page, artifact);
    assertThat(cash(page)).containsText("ok:");
    return page;
  }

  private static Locator cash(Page page) {
    return Visit.artifact(page).locator("#cash");
  }
}
