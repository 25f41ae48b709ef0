package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.liveartifacts.infra.signin.Person;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connectors as people meet them: adding, signing in, trying out, deciding, letting go. */
@ExtendWith(RunningSystem.class)
class ConnectorsE2E {
  private static final String CSV =
      "region,amount,ordered\nEMEA,120.50,2026-03-02\nAPAC,80,2026-03-05\n";

  private final Visit visit;

  ConnectorsE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void a_server_is_looked_at_before_it_is_added_and_its_tools_are_picked() {
    String name = unique("Pipeline");
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      go(page, "/connectors/new");
      page.getByLabel("Search for a service").fill(visit.system.demoUrl() + "/crm/mcp");
      link(page, "Look at this address").click();
      assertThat(page.getByText("answers")).isVisible();
      assertThat(page.getByText("It asks for no sign-in.")).isVisible();
      page.getByLabel("Name", exactly()).fill(name);
      page.locator("button[type=submit]").click();
      Visit.button(page, "Only reading").click();
      Visit.button(page, "Use ").click();

      page.waitForURL(Pattern.compile("/connectors/[-0-9a-f]{36}$"));
      assertThat(heading(page, name)).isVisible();
      var tools = visit.as(Person.ADA).get("/api/connectors/" + lastPart(page) + "/tools");
      assertThat(tools)
          .allSatisfy(tool ->
              assertThat(tool.get("policy").asText())
                  .isEqualTo(tool.get("readOnly").asBoolean() ? "allow" : "block"));
    }
  }

  @Test
  void a_tool_is_tried_out_by_a_form_made_of_its_schema() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      go(page, "/connectors/" + visit.as(Person.ADA).connector("Acme CRM"));
      tool(page, "List deals").click();
      Visit.button(page, "Try it").click();

      assertThat(page.getByText("rows in")).isVisible();
      tab(page, "Fields").click();
      Locator fields =
          page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Fields"));
      assertThat(fields.getByText("amount", new Locator.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(fields.getByText("never").first()).isVisible();
      tab(page, "Raw").click();
      assertThat(page.getByLabel("Raw result").last()).containsText("structuredContent");
    }
  }

  @Test
  void a_blocked_tool_is_refused_to_pages_and_says_why() {
    Api ada = visit.as(Person.ADA);
    String connector =
        ada.connects(unique("Blocked"), visit.system.demoUrl() + "/crm/mcp", "personal")
            .get("id")
            .asText();
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      go(page, "/connectors/" + connector);
      Locator block =
          page.getByRole(
                  AriaRole.GROUP, new Page.GetByRoleOptions().setName("May pages use List deals?"))
              .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Block"));
      block.click();

      assertThat(block).isChecked();
      assertThat(Visit.button(page, "List deals: use the connector's default again")).isEnabled();
      tool(page, "List deals").click();
      assertThat(page.getByText("This tool is blocked")).isVisible();
      assertThat(policyOf(ada, connector, "list_deals")).isEqualTo("block");
    }
  }

  @Test
  void a_spreadsheet_that_is_dropped_becomes_a_connector_with_its_rows() {
    try (BrowserContext window = visit.window(Person.BEN)) {
      Page page = window.newPage();
      go(page, "/connectors/new?kind=spreadsheet");
      page.getByLabel("Choose a CSV or Excel file")
          .setInputFiles(
              new FilePayload(
                  unique("Orders") + ".csv", "text/csv", CSV.getBytes(StandardCharsets.UTF_8)));
      page.locator("button[type=submit]").click();

      assertThat(page.getByText("Spreadsheet ·")).isVisible();
      assertThat(page.locator(".tool").first()).isVisible();
      assertThat(page.getByText("A newer file replaces it")).isVisible();
    }
  }

  @Test
  void who_signs_in_at_a_service_comes_back_and_the_tools_are_there() {
    try (ProtectedServer orders = ProtectedServer.start();
        BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      go(page, "/connectors/new");
      page.getByLabel("Search for a service").fill(orders.endpoint());
      link(page, "Look at this address").click();
      assertThat(page.getByText("You sign in at the service itself.")).isVisible();
      String name = unique("Orders");
      page.getByLabel("Name", exactly()).fill(name);
      page.locator("button[type=submit]").click();

      Page refused = page.waitForPopup(() -> Visit.button(page, "Sign in to " + name).click());
      link(refused, "Deny").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("The sign-in was not finished");
      refused.close();

      Page allowed =
          page.waitForPopup(() ->
              Visit.button(page, "Open the window again")
                  .or(Visit.button(page, "Sign in to " + name))
                  .click());
      allowed.waitForClose(() -> link(allowed, "Allow").click());
      assertThat(page.getByText("List orders")).isVisible();
      Visit.button(page, "Use ").click();

      tool(page, "List orders").click();
      page.getByLabel("region").selectOption("EMEA");
      Visit.button(page, "Try it").click();
      assertThat(page.getByText("2 rows in orders")).isVisible();

      Visit.button(page, "Disconnect…").click();
      page.getByRole(AriaRole.ALERTDIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Disconnect"))
          .click();
      assertThat(page.getByText("Disconnected since").or(page.getByText("Needs sign-in since")))
          .isVisible();
      assertThat(orders.revoked()).isNotEmpty();
    }
  }

  @Test
  void deleting_says_which_artifacts_lose_their_data_and_asks_for_the_name() {
    Api ada = visit.as(Person.ADA);
    String name = unique("Doomed");
    String connector =
        ada.connects(name, visit.system.demoUrl() + "/erp/mcp", "personal").get("id").asText();
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      go(page, "/connectors/" + connector);
      Visit.button(page, "Delete…").click();
      Locator dialog = page.getByRole(AriaRole.ALERTDIALOG);
      assertThat(dialog.getByText("No artifact that you can see uses it.")).isVisible();
      dialog.getByLabel("Type “" + name + "” to confirm").fill(name);
      dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete")).click();

      assertThat(page.getByText("was deleted")).isVisible();
      assertThat(heading(page, "Connectors")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
  void no_step_of_adding_has_a_serious_barrier(int width, int height, ColorScheme scheme) {
    String crm = visit.as(Person.ADA).connector("Acme CRM");
    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    String at = "at=" + visit.system.demoUrl() + "/crm/mcp";
    try (BrowserContext window = visit.window(Person.ADA, width, height, scheme)) {
      Page page = window.newPage();
      for (var screen :
          Map.of(
                  "add", "?",
                  "add-server", "?" + at,
                  "add-spreadsheet", "?kind=spreadsheet",
                  "add-openapi", "?kind=openapi",
                  "add-sql", "?kind=sql",
                  "add-pick", "?finish=" + crm)
              .entrySet()) {
        go(page, "/connectors/new" + screen.getValue());
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        Examination.of(page, screen.getKey() + "-" + look);
      }
      go(page, "/connectors/" + crm);
      tool(page, "List deals").click();
      Visit.button(page, "Try it").click();
      tab(page, "Fields").click();
      Examination.of(page, "probe-" + look);
    }
  }

  private void go(Page page, String path) {
    page.navigate(visit.system.appUrl() + path);
  }

  private static String policyOf(Api api, String connector, String tool) {
    return api.get("/api/connectors/" + connector + "/tools")
        .valueStream()
        .filter(offered -> offered.get("name").asText().equals(tool))
        .findFirst()
        .orElseThrow()
        .get("policy")
        .asText();
  }

  private static String unique(String name) {
    return name + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String lastPart(Page page) {
    return page.url().substring(page.url().lastIndexOf('/') + 1);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
  }

  private static Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
  }

  /** The button that opens a tool in the list. */
  private static Locator tool(Page page, String title) {
    return page.locator(".tool-head > .call").filter(new Locator.FilterOptions().setHasText(title));
  }
}
