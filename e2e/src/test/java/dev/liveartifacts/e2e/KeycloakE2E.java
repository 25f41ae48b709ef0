package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in and out with a real Keycloak, which also says who is in which group. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakE2E {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int TOKENS_LIVE_SECONDS = 34;
  private static final Duration RENEWED = Duration.ofSeconds(60);
  private static final double SOON_MILLIS = 5_000;
  private static final String PAGE =
      "<!doctype html><html lang=en><title>Budget</title><h1>Budget</h1></html>";

  private final Visit elsewhere;
  private KeycloakSystem company;
  private Visit visit;
  private KeycloakUser ada;

  KeycloakE2E(Visit elsewhere) {
    this.elsewhere = elsewhere;
  }

  @BeforeAll
  void a_company_signs_in_with_keycloak() {
    company = KeycloakSystem.start(TOKENS_LIVE_SECONDS);
    visit = elsewhere.at(company.system);
    ada = company.joins("Ada", "Lovelace", "admins");
  }

  @AfterAll
  void it_closes() {
    company.close();
  }

  @Test
  void a_group_of_keycloak_decides_a_share_until_its_member_has_left_it() {
    KeycloakUser ben = company.joins("Ben", "Okri", "finance");
    KeycloakUser cleo = company.joins("Cleo", "Marsh");
    List<String> asked = new CopyOnWriteArrayList<>();
    try (BrowserContext hers = visit.stranger();
        BrowserContext his = visit.stranger();
        BrowserContext theirs = visit.stranger()) {
      hers.onRequest(request -> asked.add(request.url()));
      String artifact = shared(signedIn(hers, ada), "finance");
      assertThat(asked)
          .filteredOn(url -> url.contains("/protocol/openid-connect/auth?"))
          .isNotEmpty()
          .allMatch(url -> url.contains("code_challenge_method=S256"));

      Page other = theirs.newPage();
      other.navigate(address(artifact));
      cleo.signsInFrom(other);
      assertThat(other.getByText("You cannot open this")).isVisible();
      Page page = opened(his, ben, artifact);

      company.leaves(ben, "finance");

      await()
          .atMost(RENEWED)
          .pollInterval(Duration.ofSeconds(2))
          .untilAsserted(() -> {
            page.reload();
            assertThat(page.getByText("You cannot open this")).isVisible(within(1_500));
          });
    }
  }

  @Test
  void a_session_renews_itself_and_the_person_notices_nothing() {
    KeycloakUser dora = company.joins("Dora", "Maar");
    try (BrowserContext hers = visit.stranger()) {
      Page page = signedIn(hers, dora);

      await()
          .atMost(RENEWED)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> {
            assertThat(ask(page, "GET", "/api/me", Map.of()).get("status").asInt()).isEqualTo(200);
            assertThat(company.times("REFRESH_TOKEN", dora)).isPositive();
          });

      assertThat(company.times("CODE_TO_TOKEN", dora)).isEqualTo(1);
    }
  }

  @Test
  void who_signs_out_here_is_signed_out_there() {
    KeycloakUser emil = company.joins("Emil", "Noether");
    try (BrowserContext his = visit.stranger()) {
      Page page = signedIn(his, emil);
      Visit.button(page, emil.name() + ": menu").click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out")).click();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();

      assertThat(page.locator("#password")).isVisible();
      assertThat(company.times("LOGOUT", emil)).isEqualTo(1);
    }
  }

  @Test
  void an_open_page_is_empty_within_seconds_of_the_end_of_the_session_at_keycloak() {
    KeycloakUser fay = company.joins("Fay", "Weldon", "finance");
    try (BrowserContext hers = visit.stranger();
        BrowserContext theirs = visit.stranger()) {
      Page page = opened(theirs, fay, shared(signedIn(hers, ada), "finance"));

      company.endsSessions(fay);

      assertThat(page.getByText("You have been signed out")).isVisible(within(SOON_MILLIS));
      assertThat(page.locator("iframe")).hasCount(0);
      page.reload();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();
      assertThat(page.locator("#password")).isVisible();
    }
  }

  @Test
  void who_is_disabled_at_keycloak_is_out_at_the_next_renewal_at_the_latest() {
    KeycloakUser gus = company.joins("Gus", "Grissom");
    try (BrowserContext his = visit.stranger()) {
      Page page = signedIn(his, gus);

      company.disables(gus);

      await()
          .atMost(RENEWED)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() ->
              assertThat(ask(page, "GET", "/api/me", Map.of()).get("status").asInt())
                  .isEqualTo(401));
    }
  }

  @Test
  void an_mcp_client_registers_itself_and_reaches_the_connectors_of_its_person() throws Exception {
    KeycloakUser hope = company.joins("Hope", "Jahren", "admins");
    try (BrowserContext hers = visit.stranger();
        BrowserContext clients = visit.stranger()) {
      ask(
          signedIn(hers, hope),
          "POST",
          "/api/connectors",
          Map.of(
              "name",
              "Acme CRM",
              "endpoint",
              company.system.demoUrl() + "/crm/mcp",
              "scope",
              "workspace",
              "signIn",
              "none"));

      McpClient client =
          McpClient.signedIn(company.system.appUrl() + "/mcp", clients, hope::consents);

      assertThat(client.call("list_connectors", Map.of()).toString()).contains("Acme CRM");
    }
  }

  private Page signedIn(BrowserContext window, KeycloakUser user) {
    Page page = window.newPage();
    page.navigate(company.system.appUrl());
    user.signsInFrom(page);
    Visit.button(page, user.name() + ": menu").waitFor();
    return page;
  }

  /** An artifact of whoever is signed in on the page. */
  private static String shared(Page page, String group) {
    String artifact =
        ask(page, "POST", "/api/artifacts", Map.of("html", PAGE)).at("/body/id").asText();
    JsonNode share =
        ask(
            page,
            "POST",
            "/api/artifacts/" + artifact + "/shares",
            Map.of("kind", "group", "group", group, "role", "viewer"));
    assertThat(share.get("status").asInt()).as(share.toString()).isBetween(200, 201);
    return artifact;
  }

  private Page opened(BrowserContext window, KeycloakUser user, String artifact) {
    Page page = window.newPage();
    page.navigate(address(artifact));
    user.signsInFrom(page);
    assertThat(Visit.artifact(page).locator("h1")).hasText("Budget");
    return page;
  }

  private String address(String artifact) {
    return company.system.appUrl() + "/a/" + artifact;
  }

  /** What the app itself would ask, with its cookie. */
  private static JsonNode ask(Page page, String method, String path, Map<String, Object> body) {
    Object answer =
        page.evaluate(
            """
            async ([method, path, json]) => {
              const body = method === "GET" ? undefined : json;
              const answer = await fetch(path, { method, body, headers: { "Content-Type": "application/json" } });
              const text = await answer.text();
              return JSON.stringify({ status: answer.status, body: text && JSON.parse(text) });
            }\
            """,
            List.of(method, path, JSON.valueToTree(body).toString()));
    try {
      return JSON.readTree(String.valueOf(answer));
    } catch (IOException e) {
      throw new AssertionError(String.valueOf(answer), e);
    }
  }

  private static LocatorAssertions.IsVisibleOptions within(double millis) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
  }
}
