package dev.liveartifacts.artifact.assertion;

import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * Says to the other services who a person is, where none of the person's own tokens is at hand: a
 * JWT of five minutes that this replica signs, for the other services alone.
 */
@ApplicationScoped
public class Assertions {
  /** Where the other services know such an assertion by. */
  static final String ISSUER = "urn:live-artifacts:artifact-service";

  static final String AUDIENCE = "urn:live-artifacts:services";

  /** Names the sign-in server that the subject is from. */
  static final String PERSONS_ISSUER = "person_iss";

  /** How long an assertion can be used. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  private static final Duration SAID_EVERY = Duration.ofHours(1);

  private final AssertionKey key;
  private final AssertionKeyStore keys;
  private final Clock clock;
  private final Rounds rounds = new Rounds();
  private volatile boolean known;

  Assertions(AssertionKey key, AssertionKeyStore keys, Clock clock) {
    this.key = key;
    this.keys = keys;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    rounds.start(SAID_EVERY, 1, "This replica's key is not known yet", this::say);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  void forget(@Observes Change change) {
    if (change.kind() == Change.Kind.UNKNOWN) {
      known = false;
    }
  }

  /** For one person, of whom this service has made sure. */
  public Uni<String> of(Person person) {
    Uni<Void> ready = known ? Uni.createFrom().voidItem() : say();
    return ready.map(said -> key.sign(claims(person)));
  }

  private Uni<Void> say() {
    return keys.put(key.id(), key.publicPart()).invoke(() -> known = true);
  }

  private JwtClaims claims(Person person) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(person.subject());
    claims.setClaim(PERSONS_ISSUER, person.issuer());
    claims.setClaim("name", person.name());
    claims.setStringListClaim("groups", List.copyOf(person.groups()));
    claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().plus(LIFE).getEpochSecond()));
    claims.setGeneratedJwtId();
    return claims;
  }
}
