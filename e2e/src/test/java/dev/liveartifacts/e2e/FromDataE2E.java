package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.liveartifacts.infra.signin.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that nobody writes: drawn from data, shaped by form, made of templates, mended. */
@ExtendWith(RunningSystem.class)
class FromDataE2E {
  private static final Pattern CARD = Pattern.compile("/a/[0-9a-f-]{36}$");

  private final Visit visit;

  FromDataE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void a_page_is_drawn_from_the_data_alone_shaped_by_form_and_opened_by_it_again() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      draw(page, "Acme CRM", "list_deals");
      assertThat(Visit.artifact(page).getByText("Total amount")).isVisible();
      Examination.of(page, "from-data");

      page.getByLabel("Title", exactly()).fill("Deals of mine");
      Visit.button(page, "Save and open").click();

      page.waitForURL(CARD);
      assertThat(Visit.artifact(page).getByRole(AriaRole.HEADING).first()).hasText("Deals of mine");
      assertThat(Visit.artifact(page).locator("#cards dd").nth(1))
          .hasText(Pattern.compile("€[\\d,]+"));
      page.navigate(page.url() + "/form");
      assertThat(page.getByLabel("Title", exactly())).hasValue("Deals of mine");
    }
  }

  @Test
  void a_template_is_bound_to_the_fields_of_another_system() {
    try (BrowserContext window = visit.window(Person.ADA, 390, 844, ColorScheme.DARK)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/new/template/project-tracker");
      choose(page, "Acme CRM", "list_deals");
      Visit.button(page, "Look at the data").click();
      assertThat(page.getByLabel("Due is", exactly())).hasValue("closeDate");
      assertThat(page.getByLabel("Item is", exactly())).hasValue("name");
      Examination.of(page, "template-binding");

      Visit.button(page, "Save and open").click();

      page.waitForURL(CARD);
      assertThat(Visit.artifact(page).getByText("Due this week")).isVisible();
      assertThat(Visit.artifact(page).locator("#rows tbody tr").first()).isVisible();
    }
  }

  @Test
  void a_template_with_a_page_of_its_own_is_bound_to_another_system_as_well() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/new/template/open-pipeline");
      Visit.button(page, "Your CRM: the open deals: other data").click();
      choose(page, "Acme ERP", "receivables");
      Visit.button(page, "Look at the data").click();
      page.getByText("Acme ERP: Receivables").click();
      page.getByLabel("Deal is", exactly()).selectOption("party");
      assertThat(page.getByLabel("Close date is", exactly())).hasValue("dueOn");
      assertThat(Visit.artifact(page).locator("#total")).hasText(Pattern.compile("€[\\d,]+"));
      Examination.of(page, "template-sources");

      Visit.button(page, "Save and open").click();

      page.waitForURL(CARD);
      assertThat(Visit.artifact(page).locator("#total")).hasText(Pattern.compile("€[\\d,]+"));
      assertThat(page.getByText("Acme ERP").first()).isVisible();
      // There is another of its name, which other tests look for.
      String artifact = URI.create(page.url()).getPath().substring("/a/".length());
      visit.as(Person.ADA).delete("/api/artifacts/" + artifact);
    }
  }

  @Test
  void where_a_column_was_renamed_the_page_offers_to_be_rebuilt_and_is() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl());
      String sheet = upload(window.request(), "Renamed orders", csv("Amount"));
      draw(page, "Renamed orders", "read_rows");
      Visit.button(page, "Save and open").click();
      page.waitForURL(CARD);
      assertThat(Visit.artifact(page).getByText("Total amount")).isVisible();

      replace(window.request(), sheet, csv("Order value"));
      page.reload();
      Visit.button(page, "Reload").click();
      assertThat(page.getByText("has changed since this page was made").first()).isVisible();
      Visit.button(page, "Rebuild").click();
      assertThat(page.getByLabel("Amount is", exactly())).hasValue("Order value");
      Examination.of(page, "rebuild");
      Visit.button(page, "Save as a new version").click();

      page.waitForURL(CARD);
      assertThat(Visit.artifact(page).locator("#cards dd").nth(1)).hasText("4,950");
    }
  }

  private void draw(Page page, String connector, String tool) {
    page.navigate(visit.system.appUrl() + "/new?door=data");
    choose(page, connector, tool);
    Visit.button(page, "Draw a page").click();
    page.locator("iframe.shown").waitFor();
  }

  private static void choose(Page page, String connector, String tool) {
    page.getByLabel("Connector", exactly()).selectOption(connector);
    page.locator("option[value='" + tool + "']")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    page.getByLabel("What to read", exactly()).selectOption(tool);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static byte[] csv(String amount) {
    return IntStream.range(0, 100)
        .mapToObj(n -> "O-%d,Customer %d,%d,2026-%02d-10".formatted(n, n % 7, n, n % 12 + 1))
        .collect(Collectors.joining("\n", "Order,Customer," + amount + ",Ordered\n", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String upload(APIRequestContext browser, String name, byte[] csv) {
    APIResponse answer =
        browser.post(
            visit.system.appUrl() + "/api/connectors/spreadsheets",
            form(FormData.create().set("name", name).set("scope", "personal"), csv));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.text().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private void replace(APIRequestContext browser, String connector, byte[] csv) {
    String url = visit.system.appUrl() + "/api/connectors/" + connector + "/file";
    APIResponse answer = browser.put(url, form(FormData.create(), csv));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  private RequestOptions form(FormData fields, byte[] csv) {
    return RequestOptions.create()
        .setHeader("Origin", visit.system.appUrl())
        .setHeader("Sec-Fetch-Site", "same-origin")
        .setMultipart(fields.set("file", new FilePayload("orders.csv", "text/csv", csv)));
  }
}
