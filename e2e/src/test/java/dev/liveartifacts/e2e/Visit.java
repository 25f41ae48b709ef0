package dev.liveartifacts.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.liveartifacts.infra.claude.ScriptedClaude;
import dev.liveartifacts.infra.signin.Person;
import dev.liveartifacts.local.system.LocalSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a test does with the running system: people who sign in, pages that they open, programs that
 * call the API.
 */
final class Visit {
  static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String PAINTED =
      """
      () => location.protocol !== "about:"
        && new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(true))))
      """;

  final LocalSystem system;
  final ScriptedClaude claude;
  private final Browser browser;
  private final Map<Person, String> sessions = new HashMap<>();

  /**
   * @param claude what the system takes for the Messages API
   */
  Visit(LocalSystem system, Browser browser, ScriptedClaude claude) {
    this.system = system;
    this.claude = claude;
    this.browser = browser;
  }

  /** The same browser at another system, where nobody has signed in yet. */
  Visit at(LocalSystem other) {
    return new Visit(other, browser, claude);
  }

  /** A browser window of somebody who is not signed in. */
  BrowserContext stranger() {
    return stranger(1440, 900, ColorScheme.LIGHT);
  }

  BrowserContext stranger(int width, int height, ColorScheme scheme) {
    return browser.newContext(options(width, height, scheme));
  }

  /** The same on a device of another kind. */
  BrowserContext stranger(String userAgent) {
    return browser.newContext(options(1024, 768, ColorScheme.LIGHT).setUserAgent(userAgent));
  }

  /** A browser window of this person, signed in through the sign-in page the first time. */
  BrowserContext window(Person person) {
    return window(person, 1440, 900, ColorScheme.LIGHT);
  }

  BrowserContext window(Person person, int width, int height, ColorScheme scheme) {
    String session = sessions.computeIfAbsent(person, this::signIn);
    return browser.newContext(options(width, height, scheme).setStorageState(session));
  }

  /** Whose sessions were ended: their next window is signed in once more. */
  void signsInAnew(Person... people) {
    sessions.keySet().removeAll(List.of(people));
  }

  private static Browser.NewContextOptions options(int width, int height, ColorScheme scheme) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        // half faded in, a dialog has the contrast of neither of its ends
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale("en-GB")
        .setTimezoneId("Europe/London");
  }

  private String signIn(Person person) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(system.appUrl());
      signInFrom(page, person);
      return context.storageState();
    }
  }

  BrowserContext phone(Person person) {
    return window(person, 390, 844, ColorScheme.LIGHT);
  }

  /** Opens an artifact and waits until its page is on screen. */
  void open(Page page, String artifact) {
    page.navigate(system.appUrl() + "/a/" + artifact);
    page.locator("iframe.shown").waitFor();
    lookAt(page);
  }

  /** Turns to this window; what is clicked in its page from now on arrives there. */
  static void lookAt(Page page) {
    page.bringToFront();
    page.waitForCondition(() -> painted(page));
  }

  /**
   * The browser gives no click to a frame that it has not painted: nobody could have aimed at it.
   */
  private static boolean painted(Page page) {
    try {
      return (boolean) artifact(page).locator("html").evaluate(PAINTED);
    } catch (PlaywrightException itLoads) {
      return false;
    }
  }

  /** From the app's sign-in screen to the place that was asked for. */
  static void signInFrom(Page page, Person person) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();
    button(page, person.name()).click();
    button(page, person.name() + ": menu").waitFor();
  }

  /** The sandboxed page inside the artifact's frame. */
  static FrameLocator artifact(Page page) {
    return page.frameLocator("iframe.shown");
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** A program that uses the API with this person's access token. */
  Api as(Person person) {
    return as(person.id());
  }

  /** The same by id, also for somebody of whom the sign-in server knows nothing else. */
  Api as(String personId) {
    return new Api(system.appUrl(), system.accessToken(personId));
  }

  /** A page of the tests; {@code UNIQUE} in it becomes a word that no other test's calls have. */
  static String resource(String name) {
    try (InputStream in = Visit.class.getResourceAsStream("/pages/" + name)) {
      byte[] page = Objects.requireNonNull(in, name).readAllBytes();
      return new String(page, StandardCharsets.UTF_8)
          .replace("UNIQUE", UUID.randomUUID().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
