package dev.liveartifacts.connector.person;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, on routes that only people reach. */
@ApplicationScoped
public class People {
  private static final String SPEAKER = "urn:live-artifacts:artifact-service";

  private final SecurityIdentity identity;

  public People(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Person current() {
    JsonWebToken token = (JsonWebToken) identity.getPrincipal();
    return Person.of(issuer(token), token.getSubject(), identity.hasRole(Roles.ADMIN));
  }

  /** Our own service speaks for people of the sign-in server, and says of which. */
  private static String issuer(JsonWebToken token) {
    String issuer = token.getIssuer();
    return issuer.equals(SPEAKER) ? token.getClaim("person_iss") : issuer;
  }
}
