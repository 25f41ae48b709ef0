package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.liveartifacts.infra.signin.Person;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connector that wants its person to sign in, met where it is missed: in an open page. */
@ExtendWith(RunningSystem.class)
class SignInAgainE2E {
  private final Visit visit;

  SignInAgainE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void one_click_in_the_page_signs_in_and_the_page_fetches_by_itself() {
    try (ProtectedServer orders = ProtectedServer.start();
        BrowserContext window = visit.window(Person.ADA)) {
      String name = "Orders " + UUID.randomUUID().toString().substring(0, 8);
      JsonNode connector = connector(orders, name);
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/connectors/" + connector.get("id").asText());
      signIn(page);
      assertThat(page.locator(".tool").first()).isVisible();
      visit.open(page, artifact(connector));
      Locator shown = Visit.artifact(page).locator("#orders");
      assertThat(shown).hasText("2 orders");

      orders.signOutEverybody();
      Visit.button(page, "Reload").click();
      assertThat(page.getByText(name + " needs you to sign in")).isVisible();

      signIn(page);

      assertThat(page.getByText(name + " needs you to sign in")).hasCount(0);
      assertThat(shown).hasText("2 orders");
    }
  }

  private static void signIn(Page page) {
    Locator button =
        page.locator("button", new Page.LocatorOptions().setHasText(Pattern.compile("^Sign in")));
    Page service = page.waitForPopup(button::click);
    service.waitForClose(() ->
        service.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Allow")).click());
  }

  private JsonNode connector(ProtectedServer orders, String name) {
    Map<String, Object> connector =
        Map.of("name", name, "endpoint", orders.endpoint(), "scope", "personal", "signIn", "oauth");
    return visit.as(Person.ADA).post("/api/connectors", connector);
  }

  private String artifact(JsonNode connector) {
    String slug = connector.get("slug").asText();
    return visit.as(Person.ADA).saves(Visit.resource("orders.html").replace("SERVER", slug));
  }
}
