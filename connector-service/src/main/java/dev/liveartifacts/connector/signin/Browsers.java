package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.person.People;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Which browser is asking. */
@ApplicationScoped
public class Browsers {
  private final People people;
  private final SecurityIdentity identity;

  public Browsers(People people, SecurityIdentity identity) {
    this.people = people;
    this.identity = identity;
  }

  Browser current() {
    JsonWebToken token = (JsonWebToken) identity.getPrincipal();
    @Nullable String session = token.getClaim("sid");
    return new Browser(people.current(), session == null ? "" : session);
  }
}
