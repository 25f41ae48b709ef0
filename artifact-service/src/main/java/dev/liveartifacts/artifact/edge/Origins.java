package dev.liveartifacts.artifact.edge;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The two origins of this service, checked at start. */
@Startup
@Singleton
public class Origins {
  private final Origin app;
  private final Origin sandbox;

  @Inject
  Origins(EdgeConfig config) {
    this(Origin.of(config.appOrigin()), Origin.of(config.sandboxOrigin()));
  }

  public Origins(Origin app, Origin sandbox) {
    if (app.authority().equals(sandbox.authority())) {
      throw new IllegalStateException(
          "live.app-origin and live.sandbox-origin are both '"
              + app
              + "': give pages another host name, so that they cannot reach the web app.");
    }
    if (app.secure() != sandbox.secure()) {
      throw new IllegalStateException(
          "live.app-origin ("
              + app
              + ") and live.sandbox-origin ("
              + sandbox
              + ") have to be both https, or both http on one machine.");
    }
    if (!app.secure() && !(app.loopback() && sandbox.loopback())) {
      throw new IllegalStateException(
          "live.app-origin ("
              + app
              + ") is plain http: only localhost may be. Put TLS in front and set an https origin.");
    }
    this.app = app;
    this.sandbox = sandbox;
  }

  public Origin app() {
    return app;
  }

  public Origin sandbox() {
    return sandbox;
  }
}
