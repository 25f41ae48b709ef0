package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.edge.EdgeConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;

/** By which ways messages can leave this deployment. */
@Singleton
@Startup
public class Channels {
  static final String HOW_TO_SET_UP_MAIL =
      "No mail server is set up here. An administrator sets LIVE_MAIL_HOST and LIVE_MAIL_FROM.";

  private final MailConfig mail;
  private final URI app;

  /**
   * Checks the settings.
   *
   * @throws IllegalStateException if they contradict each other, with what to set
   */
  Channels(MailConfig mail, EdgeConfig edge) {
    this.mail = mail;
    this.app = edge.appOrigin();
    if (mail.host().isPresent() && mail.from().isEmpty()) {
      throw new IllegalStateException(
          "LIVE_MAIL_HOST is set and no sender. Set LIVE_MAIL_FROM, for example to"
              + " \"Live Artifacts <live@example.com>\".");
    }
  }

  public boolean mailIsSetUp() {
    return mail.host().isPresent();
  }

  /** A sentence that says what to set. */
  public String howToSetUpMail() {
    return HOW_TO_SET_UP_MAIL;
  }

  /**
   * The address of a screen of the web app.
   *
   * @param path begins with a slash
   */
  public String link(String path) {
    return app.toString() + path;
  }

  String host() {
    return app.getHost();
  }
}
