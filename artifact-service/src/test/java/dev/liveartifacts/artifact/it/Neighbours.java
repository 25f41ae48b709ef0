package dev.liveartifacts.artifact.it;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses where the service under test and its neighbours listen. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
  /** The sites that the workspace lets show its artifacts. */
  static final List<String> SITES = List.of("https://intranet.example", "https://wiki.example");

  @Override
  public Map<String, String> start() {
    int own = freePort();
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "quarkus.http.test-port",
                String.valueOf(own),
                "live.app-origin",
                "http://localhost:" + own,
                "live.sandbox-origin",
                "http://127.0.0.1:" + own,
                "live.connector-service-url",
                "http://localhost:" + freePort(),
                "live.scheduler-service-url",
                "http://localhost:" + freePort(),
                "live.upstream.deadline",
                "3s",
                "live.claude.base-url",
                "http://localhost:" + freePort(),
                "live.claude.api-key",
                "sk-very-secret",
                "live.claude.deadline",
                "3s",
                "live.claude.tokens-per-day",
                "1000"));
    settings.put("live.embed.origins", String.join(",", SITES));
    settings.put("live.verify.browser", "http://127.0.0.1:" + freePort());
    settings.put("live.verify.deadline", "4s");
    settings.put("live.verify.quiet", "600ms");
    settings.put("live.authoring.trial", "3s");
    settings.put("live.authoring.tokens", "15000");
    return settings;
  }

  @Override
  public void stop() {}

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
