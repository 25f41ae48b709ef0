package dev.liveartifacts.artifact.publication.open;

import dev.liveartifacts.artifact.edge.ClientAddress;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Counts what strangers do at public links: how often they look, and the passwords they try. */
@Singleton
class Knocks {
  private static final String SENTENCE = "Too many passwords were tried here.";

  private final Throttle throttle;
  private final ThrottleConfig config;

  Knocks(Throttle throttle, ThrottleConfig config) {
    this.throttle = throttle;
    this.config = config;
  }

  /** One more look from one network. Fails with a problem if it is one too many. */
  Uni<Void> view(ClientAddress from) {
    return throttle.check(
        "link-view", config.linkViews(), from.network(), "Too many pages were opened from here.");
  }

  /** One more password, from one network and from everywhere. Fails likewise. */
  Uni<Void> password(Link link, ClientAddress from) {
    String id = link.id().toString();
    return throttle
        .check("link-password", config.linkPassword(), id + " " + from.network(), SENTENCE)
        .chain(() -> throttle.check("link-passwords", config.linkPasswords(), id, SENTENCE));
  }
}
