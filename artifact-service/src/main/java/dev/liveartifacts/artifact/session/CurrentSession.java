package dev.liveartifacts.artifact.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The session behind the current request. */
@RequestScoped
public class CurrentSession {
  private final SecurityIdentity identity;

  CurrentSession(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Null if a program asks, which has a token instead. */
  public @Nullable UUID id() {
    return identity.getAttribute(SessionInUse.ATTRIBUTE);
  }
}
