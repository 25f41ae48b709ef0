package dev.liveartifacts.artifact.publication.open;

import dev.liveartifacts.artifact.edge.ClientAddress;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Counts the passwords that are tried at a link: from one place, and from everywhere. */
@Singleton
class Knocks {
  private static final String SENTENCE = "Too many passwords were tried here.";

  private final Throttle throttle;
  private final ThrottleConfig config;

  Knocks(Throttle throttle, ThrottleConfig config) {
    this.throttle = throttle;
    this.config = config;
  }

  /** Fails with a problem if it is one too many. */
  Uni<Void> count(Link link, ClientAddress from) {
    String id = link.id().toString();
    return throttle
        .check("link-password", config.linkPassword(), id + " " + from.network(), SENTENCE)
        .chain(() -> throttle.check("link-passwords", config.linkPasswords(), id, SENTENCE));
  }
}
