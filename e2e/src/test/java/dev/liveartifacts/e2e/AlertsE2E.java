package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.liveartifacts.infra.signin.Person;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a page to an alert, and from a refresh to the bell. */
@ExtendWith(RunningSystem.class)
class AlertsE2E {
  private static final Locator.WaitForOptions LONG =
      new Locator.WaitForOptions().setTimeout(60_000);

  private final Visit visit;

  AlertsE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void an_alert_is_tried_on_the_past_and_rings_the_bell_with_the_next_refresh() {
    Api ben = visit.as(Person.BEN);
    String artifact = ben.post("/api/templates/open-pipeline", Map.of()).get("id").asText();
    ben.grantsAll(artifact);
    try (BrowserContext window = visit.window(Person.BEN)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      Visit.artifact(page).getByText("As of").waitFor();
      ben.seesCallsOf(artifact);
      String schedule =
          ben.post(
                  "/api/artifacts/" + artifact + "/schedules",
                  Map.of("cron", "0 7 1 1 *", "timeZone", "Europe/London"))
              .get("id")
              .asText();
      refresh(ben, artifact, schedule, 1);

      Visit.button(page, "More").click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Alert me…")).click();
      page.getByLabel("Tell me when it").selectOption(">=");
      page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("1");
      page.getByText("In the last refresh you would have been told once.").waitFor();
      assertThat(page.getByText("No mail server is set up here")).isVisible();
      Examination.of(page, "alert-dialog");
      Visit.button(page, "Alert me").click();
      page.getByRole(AriaRole.DIALOG)
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

      // What others have shared with Ben rings as well.
      ben.post("/api/notices/read", Map.of());
      refresh(ben, artifact, schedule, 2);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> ben.get("/api/notices").get("unread").asInt() == 1);
      page.navigate(visit.system.appUrl() + "/alerts");
      Visit.button(page, "Notices, 1 new").click();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("at least 1"))
          .first()
          .waitFor(LONG);
      Visit.button(page, "Mark all as read").click();
      Visit.button(page, "Notices").waitFor();
      page.keyboard().press("Escape");
      Visit.button(page, "When it happened").click();
      page.getByText("still so").waitFor();
      Examination.of(page, "alerts");
    }
  }

  private static void refresh(Api api, String artifact, String schedule, int snapshots) {
    api.post("/api/schedules/" + schedule + "/run", Map.of());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get("/api/artifacts/" + artifact + "/snapshots").size() == snapshots);
  }
}
