package dev.liveartifacts.artifact.signin;

import dev.liveartifacts.artifact.apitoken.TokenInUse;
import dev.liveartifacts.artifact.assertion.Assertions;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonConfig;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * The person for whom a program speaks with a token of ours: as they were when they were last
 * signed in, with an assertion of this service where others have their access token.
 */
@Singleton
class SpokenIdentity {
  private final Assertions assertions;
  private final PersonConfig config;
  private final Clock clock;

  SpokenIdentity(Assertions assertions, PersonConfig config, Clock clock) {
    this.assertions = assertions;
    this.config = config;
    this.clock = clock;
  }

  Uni<SecurityIdentity> of(TokenInUse token) {
    return assertions.of(token.person()).map(said -> identity(token, said));
  }

  private SecurityIdentity identity(TokenInUse token, String assertion) {
    AccessTokenCredential credential = new AccessTokenCredential(assertion);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new OidcJwtCallerPrincipal(claims(token.person()), credential))
        .addCredential(credential)
        .addAttribute(CurrentPerson.SPOKEN_FOR, token.token().id())
        .build();
  }

  private JwtClaims claims(Person person) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(person.issuer());
    claims.setSubject(person.subject());
    claims.setClaim("name", person.name());
    if (person.email() != null) {
      claims.setClaim("email", person.email());
      claims.setClaim("email_verified", true);
    }
    claims.setStringListClaim(config.groupsClaim(), List.copyOf(person.groups()));
    claims.setExpirationTime(
        NumericDate.fromSeconds(clock.instant().plus(Assertions.LIFE).getEpochSecond()));
    return claims;
  }
}
