package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import dev.liveartifacts.infra.signin.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that tries every way out, and a server that listens for it. */
@ExtendWith(RunningSystem.class)
class SandboxE2E {
  private final Visit visit;

  SandboxE2E(Visit visit) {
    this.visit = visit;
  }

  @Test
  void row_1_a_page_cannot_send_data_out() {
    try (ListeningServer sink = new ListeningServer();
        BrowserContext window = visit.window(Person.ADA)) {
      String artifact = visit.as(Person.ADA).saves(attacksOn(sink));
      Page page = window.newPage();

      page.navigate(visit.system.appUrl() + "/a/" + artifact);
      attacksAreOver(page);

      assertThat(page.url()).startsWith(visit.system.appUrl());
      assertThat(sink.heard()).isEmpty();
      assertThat(window.pages()).hasSize(1);
    }
  }

  /** Without the sandbox the very same page is heard: the test above can fail. */
  @Test
  void the_attacks_would_arrive_without_the_sandbox() throws IOException {
    try (ListeningServer sink = new ListeningServer();
        BrowserContext window = visit.stranger()) {
      HttpServer plain = serve(attacksOn(sink));
      try {
        Page page = window.newPage();
        page.navigate("http://127.0.0.1:" + plain.getAddress().getPort() + "/");

        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() ->
                assertThat(String.join("\n", sink.heard()))
                    .contains(
                        "/fetch",
                        "/xhr",
                        "/beacon",
                        "/socket",
                        "/js-image",
                        "/style.css",
                        "/script.js",
                        "/frame",
                        "/worker",
                        "/clean-frame"));
      } finally {
        plain.stop(0);
      }
    }
  }

  @Test
  void row_4_a_port_is_handed_to_nobody_but_the_frame() {
    try (BrowserContext window = visit.window(Person.ADA)) {
      String artifact = visit.as(Person.ADA).saves(Visit.resource("quiet.html"));
      Page page = window.newPage();
      page.navigate(visit.system.appUrl() + "/a/" + artifact);
      assertThat(Visit.artifact(page).getByText("Nothing to see")).isVisible();

      Object ports =
          page.evaluate(
              """
              () => new Promise((done) => {
                let ports = 0;
                window.addEventListener("message", (event) => { ports += event.ports.length; });
                window.postMessage({ live: "hello", nonce: "guessed" }, "*");
                const frame = document.createElement("iframe");
                frame.srcdoc = "<script>parent.postMessage({live:'hello',nonce:'guessed'},'*')</" + "script>";
                document.body.append(frame);
                setTimeout(() => done(ports), 1000);
              })\
              """);

      assertThat(ports).isEqualTo(0);
    }
  }

  private static void attacksAreOver(Page page) {
    assertThat(Visit.artifact(page).locator("#report"))
        .hasText(
            Pattern.compile("attacks over.*"),
            new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    // the page tries to leave by itself 1.5 seconds later: long enough to see where that leads
    page.waitForCondition(() ->
        page.frames().stream().noneMatch(frame -> frame.url().contains("/p/")) || waited(page));
  }

  private static boolean waited(Page page) {
    return (boolean)
        page.evaluate(
            "() => { window.attacksOverAt ??= Date.now(); return Date.now() - window.attacksOverAt > 3000; }");
  }

  private static String attacksOn(ListeningServer sink) {
    return Visit.resource("attacks.html").replace("SINK", sink.origin());
  }

  private static HttpServer serve(String html) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = html.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
