package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.liveartifacts.infra.signin.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that is shown to others: by address, by group, with whose access, until when. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShareE2E {
  private static final String CONNECTOR = "Books " + UUID.randomUUID().toString().substring(0, 8);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String NO_LONGER = "You no longer have access to this artifact";

  private final Visit visit;
  private final Api ada;
  private final ScriptedServer source = new ScriptedServer();
  private String slug = "";

  ShareE2E(Visit visit) {
    this.visit = visit;
    this.ada = visit.as(Person.ADA);
  }

  @BeforeAll
  void ada_alone_is_connected_to_her_books() {
    source.ledger(Map.of("a", 40, "b", 2));
    slug = ada.connects(CONNECTOR, source.endpoint(), "personal").get("slug").asText();
  }

  @AfterAll
  void the_books_are_closed() {
    ada.delete("/api/connectors/" + ada.connector(CONNECTOR));
    source.close();
  }

  @Test
  void a_link_leads_through_the_sign_in_to_the_page_and_the_words_that_came_with_it() {
    String artifact = saved();
    try (BrowserContext hers = visit.window(Person.ADA);
        BrowserContext his = visit.stranger()) {
      Page page = sharing(hers, artifact);
      invite(page, Person.BEN.email());
      Visit.button(page, "Add a message, or an end").click();
      page.getByLabel("Message").fill("For Monday’s meeting");
      inDialog(page, "Share").click();
      assertThat(role(page, Person.BEN)).isVisible();

      Page other = his.newPage();
      other.navigate(visit.system.appUrl() + "/a/" + artifact);
      Visit.signInFrom(other, Person.BEN);
      assertThat(other.getByText("Ada Lovelace shared this with you")).isVisible();
      assertThat(other.getByText("For Monday’s meeting")).isVisible();
      assertThat(other.getByText(CONNECTOR)).isVisible();
      open(other);

      assertThat(Visit.artifact(other).locator("h1")).hasText(title(artifact));
      other.reload();
      assertThat(Visit.artifact(other).locator("h1")).hasText(title(artifact));
    }
  }

  @Test
  void a_group_finds_the_page_among_what_is_shared_with_it_and_nobody_else_can_open_it() {
    String artifact = saved();
    visit.as(Person.CLEO).get("/api/me");
    try (BrowserContext hers = visit.window(Person.ADA);
        BrowserContext cleos = visit.window(Person.CLEO);
        BrowserContext bens = visit.window(Person.BEN)) {
      Page page = sharing(hers, artifact);
      page.getByLabel("Add people or groups").fill("financ");
      page.getByRole(AriaRole.OPTION, named("finance Group")).click();
      inDialog(page, "Share").click();
      assertThat(page.getByLabel("What finance may do")).isVisible();

      Page cleo = cleos.newPage();
      cleo.navigate(visit.system.appUrl() + "/?tab=shared");
      cleo.getByRole(AriaRole.LINK, named(title(artifact))).click();
      open(cleo);
      assertThat(Visit.artifact(cleo).locator("h1")).hasText(title(artifact));

      Page ben = bens.newPage();
      ben.navigate(visit.system.appUrl() + "/a/" + artifact);
      assertThat(ben.getByText("You cannot open this")).isVisible();
      assertThat(ben.getByText("Ada")).hasCount(0);
    }
  }

  @Test
  void what_the_owner_shows_of_a_source_is_seen_by_others_and_before_that_in_a_preview() {
    String artifact = saved();
    recorded(artifact);
    shares(artifact, Map.of());
    try (BrowserContext hers = visit.window(Person.ADA);
        BrowserContext his = visit.window(Person.BEN)) {
      Page ben = his.newPage();
      ben.navigate(visit.system.appUrl() + "/a/" + artifact);
      open(ben);
      assertThat(total(ben)).not().hasText("42");
      assertThat(total(ben)).not().hasText("…");

      Page page = sharing(hers, artifact);
      page.getByRole(AriaRole.LINK, named("See it as a viewer does")).click();
      assertThat(page.getByText("You see this page as a viewer does")).isVisible();
      assertThat(total(page)).not().hasText("…");
      assertThat(total(page)).not().hasText("42");
      Visit.button(page, "Back to yours").click();
      assertThat(total(page)).hasText("42");

      share(page);
      Locator access = page.getByRole(AriaRole.REGION, named("Whose access"));
      access.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Yours")).check();
      assertThat(access.getByText("Ledger", new Locator.GetByTextOptions().setExact(true)))
          .isVisible();
      Visit.button(page, "Show them these 2 calls").click();
      assertThat(access).containsText("They see what you see in 2 calls");
      page.getByRole(AriaRole.LINK, named("See it as a viewer does")).click();
      assertThat(total(page)).hasText("42");

      ben.reload();
      assertThat(total(ben)).hasText("42");
    }
  }

  @Test
  void an_open_page_is_empty_within_seconds_of_the_end_of_its_share() {
    String artifact = saved();
    shares(artifact, Map.of());
    try (BrowserContext hers = visit.window(Person.ADA);
        BrowserContext his = visit.window(Person.BEN)) {
      Page ben = opened(his, artifact);
      Page page = sharing(hers, artifact);
      Visit.button(page, "More about " + Person.BEN.name()).click();
      page.getByRole(AriaRole.MENUITEM, named("Remove")).click();
      assertThat(role(page, Person.BEN)).hasCount(0);

      assertThat(ben.getByText(NO_LONGER)).isVisible(within(SOON));
      assertThat(ben.getByText(Pattern.compile("Ask Ada Lovelace for it"))).isVisible();
      assertThat(ben.locator("iframe")).hasCount(0);
      ben.reload();
      assertThat(ben.getByText("You cannot open this")).isVisible();
    }
  }

  @Test
  void a_share_ends_at_its_time_on_an_open_page_without_anybody_asking() {
    String artifact = saved();
    Instant end = Instant.now().plusSeconds(20);
    shares(artifact, Map.of("expiresAt", end.toString()));
    try (BrowserContext his = visit.window(Person.BEN)) {
      Page notYetOpened = his.newPage();
      notYetOpened.navigate(visit.system.appUrl() + "/a/" + artifact);
      assertThat(Visit.button(notYetOpened, "Open")).isVisible();
      Page ben = opened(his, artifact);

      assertThat(ben.getByText(NO_LONGER))
          .isVisible(within(Duration.between(Instant.now(), end).plus(SOON)));
      assertThat(Instant.now()).isAfter(end);
      assertThat(ben.locator("iframe")).hasCount(0);
      assertThat(notYetOpened.getByText(NO_LONGER)).isVisible(within(SOON));
      assertThat(notYetOpened.getByText(CONNECTOR)).hasCount(0);
    }
  }

  @Test
  void a_page_changes_hands_and_its_maker_may_still_change_it() {
    String artifact = saved();
    shares(artifact, Map.of());
    try (BrowserContext hers = visit.window(Person.ADA);
        BrowserContext his = visit.window(Person.BEN)) {
      Page page = sharing(hers, artifact);
      Visit.button(page, "More about " + Person.BEN.name()).click();
      page.getByRole(AriaRole.MENUITEM, named("Make the owner…")).click();
      page.getByLabel("Type “" + title(artifact) + "” to confirm").fill(title(artifact));
      inDialog(page, "Make the owner").click();
      assertThat(page.getByText("Ben Okri owns “" + title(artifact) + "” now")).isVisible();

      Page ben = his.newPage();
      ben.navigate(visit.system.appUrl() + "/?tab=mine");
      assertThat(ben.getByRole(AriaRole.LINK, named(title(artifact)))).isVisible();
      assertThat(ada.get("/api/artifacts/" + artifact).get("role").asText()).isEqualTo("editor");
      page.reload();
      assertThat(Visit.button(page, "Share")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
  void no_screen_about_sharing_has_a_serious_barrier(int width, int height, ColorScheme scheme) {
    String artifact = saved();
    recorded(artifact);
    shares(artifact, Map.of("message", "For Monday"));
    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (BrowserContext hers = visit.window(Person.ADA, width, height, scheme);
        BrowserContext his = visit.window(Person.BEN, width, height, scheme)) {
      Page page = hers.newPage();
      visit.open(page, artifact);
      Visit.button(page, "More").click();
      page.getByRole(AriaRole.MENUITEM, named("Share…")).click();
      page.getByRole(AriaRole.RADIO, named("Yours")).check();
      invite(page, "somebody@example.org");
      Visit.button(page, "Add a message, or an end").click();
      Examination.of(page, "share-" + look);
      page.getByRole(AriaRole.LINK, named("See it as a viewer does")).click();
      page.locator("iframe.shown").waitFor();
      Examination.of(page, "share-as-viewer-" + look);

      Page ben = his.newPage();
      ben.navigate(visit.system.appUrl() + "/?tab=shared");
      ben.getByRole(AriaRole.LINK, named(title(artifact))).waitFor();
      Examination.of(ben, "share-gallery-" + look);
      ben.navigate(visit.system.appUrl() + "/a/" + artifact);
      ben.getByText("What it will read").waitFor();
      Examination.of(ben, "share-first-opening-" + look);
      ben.navigate(visit.system.appUrl() + "/a/" + UUID.randomUUID());
      ben.getByText("You cannot open this").waitFor();
      Examination.of(ben, "share-no-access-" + look);
    }
  }

  private String saved() {
    String name = "Books of " + UUID.randomUUID().toString().substring(0, 8);
    return ada.saves(
        Visit.resource("ledger.html")
            .replace("SERVER", slug)
            .replace("CONNECTOR", CONNECTOR)
            .replace("LEDGER", name));
  }

  /** Has the page make its calls once, with its owner's access. */
  private void recorded(String artifact) {
    try (BrowserContext window = visit.window(Person.ADA)) {
      Page page = window.newPage();
      visit.open(page, artifact);
      assertThat(total(page)).hasText("42");
    }
  }

  private void shares(String artifact, Map<String, Object> terms) {
    Map<String, Object> share = new HashMap<>(terms);
    share.putAll(Map.of("kind", "person", "email", Person.BEN.email(), "role", "viewer"));
    ada.post("/api/artifacts/" + artifact + "/shares", share);
  }

  private Page opened(BrowserContext window, String artifact) {
    Page page = window.newPage();
    page.navigate(visit.system.appUrl() + "/a/" + artifact);
    open(page);
    page.locator("iframe.shown").waitFor();
    return page;
  }

  private Page sharing(BrowserContext window, String artifact) {
    Page page = window.newPage();
    visit.open(page, artifact);
    share(page);
    return page;
  }

  private static void share(Page page) {
    Visit.button(page, "Share").click();
    page.getByLabel("Add people or groups").waitFor();
  }

  private static void invite(Page page, String email) {
    page.getByLabel("Add people or groups").fill(email);
    page.keyboard().press("Enter");
  }

  /** Agrees to what the page reads. */
  private static void open(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open").setExact(true))
        .click();
  }

  private static Locator role(Page page, Person person) {
    return page.getByLabel("What " + person.name() + " may do")
        .or(page.getByLabel("What " + person.email() + " may do"));
  }

  private String title(String artifact) {
    return ada.get("/api/artifacts/" + artifact).get("title").asText();
  }

  private static Locator total(Page page) {
    return Visit.artifact(page).locator("#total");
  }

  private static Locator inDialog(Page page, String button) {
    return page.locator("[role=dialog], [role=alertdialog]")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }

  private static LocatorAssertions.IsVisibleOptions within(Duration time) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(time.toMillis());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
