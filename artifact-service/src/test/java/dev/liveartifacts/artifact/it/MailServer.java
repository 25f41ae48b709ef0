package dev.liveartifacts.artifact.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Chooses where the mail server of a test listens; the test starts it. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "live.mail.host",
        "127.0.0.1",
        "live.mail.port",
        String.valueOf(freePort()),
        "live.mail.from",
        "Live Artifacts <live@acme.test>",
        "live.mail.start-tls",
        "DISABLED",
        "live.deliveries.send-every",
        "500ms");
  }

  @Override
  public void stop() {}

  static GreenMail started(int port) {
    GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
