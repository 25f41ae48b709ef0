package dev.liveartifacts.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.liveartifacts.infra.claude.ScriptedClaude;
import dev.liveartifacts.local.system.LocalSystem;
import dev.liveartifacts.local.system.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the whole product and one browser, once for all browser tests of a build, and hands a
 * {@link Visit} to each test class that asks for it.
 */
final class RunningSystem implements ParameterResolver {
  /**
   * How long a test waits for what comes: no measure of anything, the machines of tests are slow.
   */
  private static final double PATIENCE_MILLIS = 20_000;

  private static final Namespace SHARED = Namespace.create(RunningSystem.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visit.class;
  }

  @Override
  public Visit resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var shared = context.getRoot().getStore(SHARED);
    return Objects.requireNonNull(
            shared.getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class))
        .visit;
  }

  /** Everything that has to be stopped again when the last test is over. */
  private static final class Started implements AutoCloseable {
    private final ScriptedClaude claude;
    private final LocalSystem system;
    private final Playwright playwright;
    private final Visit visit;
    private final int devTools = freePort();

    Started() {
      claude = new ScriptedClaude(0);
      system =
          LocalSystem.start(
              Options.forTest(temporary())
                  .withArtifactSettings(
                      Map.of(
                          "LIVE_CLAUDE_API_KEY",
                          "sk-of-nobody",
                          "LIVE_CLAUDE_BASE_URL",
                          claude.url(),
                          "LIVE_VERIFY_BROWSER",
                          "http://127.0.0.1:" + devTools)));
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      visit = new Visit(system, launch(), claude);
    }

    private Browser launch() {
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(chromium())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--remote-debugging-port=" + devTools)));
    }

    private static int freePort() {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path chromium() {
      return Stream.of("chromium", "chromium-browser", "google-chrome")
          .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(d -> Path.of(d, name)))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("The browser tests need chromium."));
    }

    private static Path temporary() {
      try {
        return Files.createTempDirectory("live-e2e");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      playwright.close();
      system.close();
      claude.close();
    }
  }
}
