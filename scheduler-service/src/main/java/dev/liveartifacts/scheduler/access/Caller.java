package dev.liveartifacts.scheduler.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person whose access token came with the request. */
@RequestScoped
public class Caller {
  private final JsonWebToken token;
  private final SecurityIdentity identity;
  private final Set<String> adminGroups;

  Caller(
      JsonWebToken token,
      SecurityIdentity identity,
      @ConfigProperty(name = "live.admin-groups", defaultValue = "admins")
          Set<String> adminGroups) {
    this.token = token;
    this.identity = identity;
    this.adminGroups = Set.copyOf(adminGroups);
  }

  /** The subject; unique within the one issuer that is trusted. */
  public String id() {
    return token.getSubject();
  }

  public boolean isAdmin() {
    return !Collections.disjoint(identity.getRoles(), adminGroups);
  }
}
