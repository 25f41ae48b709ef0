package dev.liveartifacts.connector.person;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, on routes that only people reach. */
@ApplicationScoped
public class People {
  private final SecurityIdentity identity;

  public People(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Person current() {
    JsonWebToken token = (JsonWebToken) identity.getPrincipal();
    return Person.of(token.getIssuer(), token.getSubject(), identity.hasRole(Roles.ADMIN));
  }
}
