package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.liveartifacts.infra.signin.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An MCP server that nobody here wrote, registered by hand and called from a page. */
@ExtendWith(RunningSystem.class)
class ForeignServerE2E {
  private final Visit visit;

  ForeignServerE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void the_reference_server_is_registered_by_hand_and_a_page_calls_it() {
    try (EverythingServer server = EverythingServer.start();
        BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/connectors");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a connector")).click();
      page.getByLabel("Search for a service").fill(server.endpoint());
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look at this")).click();
      assertThat(page.getByText("answers")).isVisible();
      page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Everything");
      page.locator("button[type=submit]").click();
      assertThat(page.getByText("Echo").first()).isVisible();

      page.navigate(visit.system.appUrl() + "/new");
      page.getByLabel("Or paste the page").fill(Visit.resource("echo.html"));
      Visit.button(page, "Save").click();
      page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.CHECKBOX).first().check();
      page.getByRole(AriaRole.DIALOG).getByText("Allow 1 tool").click();

      assertThat(Visit.artifact(page).locator("#echo")).hasText("Echo: hello from a page");
    }
  }
}
