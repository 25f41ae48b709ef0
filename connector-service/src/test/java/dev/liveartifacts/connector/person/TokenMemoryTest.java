package dev.liveartifacts.connector.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenMemoryTest {
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-03-02T07:00:00Z");

    void forward(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private record Token(Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
      return "ada";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String name) {
      return (T) claims.get(name);
    }
  }

  private final Hands hands = new Hands();
  private final TokenMemory memory = new TokenMemory(hands);

  private SecurityIdentity expiringIn(long seconds) {
    long expiry = hands.instant().getEpochSecond() + seconds;
    Token token = new Token(Map.of(Claims.exp.name(), expiry));
    return QuarkusSecurityIdentity.builder().setPrincipal(token).build();
  }

  @Test
  void a_verified_token_is_known_again() {
    SecurityIdentity ada = expiringIn(3600);
    memory.keep("token", ada);

    assertThat(memory.find("token")).contains(ada);
    assertThat(memory.find("another")).isEmpty();
  }

  @Test
  void a_token_is_not_known_past_its_expiry() {
    memory.keep("token", expiringIn(5));
    hands.forward(5);

    assertThat(memory.find("token")).isEmpty();
  }

  @Test
  void a_token_is_verified_again_after_half_a_minute() {
    memory.keep("token", expiringIn(3600));
    hands.forward(29);
    assertThat(memory.find("token")).isPresent();
    hands.forward(2);

    assertThat(memory.find("token")).isEmpty();
  }

  @Test
  void what_has_no_expiry_is_not_remembered() {
    memory.keep("token", QuarkusSecurityIdentity.builder().setAnonymous(true).build());

    assertThat(memory.find("token")).isEmpty();
  }
}
