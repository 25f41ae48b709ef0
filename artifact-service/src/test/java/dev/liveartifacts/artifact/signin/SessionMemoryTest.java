package dev.liveartifacts.artifact.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
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

class SessionMemoryTest {
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
  private final SessionMemory memory = new SessionMemory(hands);

  private SecurityIdentity expiringIn(long seconds) {
    long expiry = hands.instant().getEpochSecond() + seconds;
    Token token = new Token(Map.of(Claims.exp.name(), expiry));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(token)
        .addCredential(new AccessTokenCredential("secret"))
        .addAttribute("request", "with its body")
        .build();
  }

  @Test
  void a_verified_session_is_known_again_without_the_request_that_it_came_with() {
    memory.keep("cookie", expiringIn(3600));

    assertThat(memory.find("cookie"))
        .hasValueSatisfying(known -> {
          assertThat(known.getAttributes()).isEmpty();
          assertThat(known.getCredential(AccessTokenCredential.class).getToken())
              .isEqualTo("secret");
        });
    assertThat(memory.find("another")).isEmpty();
  }

  @Test
  void the_last_minute_of_a_token_is_left_to_its_renewal() {
    memory.keep("cookie", expiringIn(80));
    assertThat(memory.find("cookie")).isPresent();
    hands.forward(21);
    assertThat(memory.find("cookie")).isEmpty();

    memory.keep("another", expiringIn(59));
    assertThat(memory.find("another")).isEmpty();
  }

  @Test
  void a_session_is_verified_again_after_half_a_minute() {
    memory.keep("cookie", expiringIn(3600));
    hands.forward(29);
    assertThat(memory.find("cookie")).isPresent();
    hands.forward(2);

    assertThat(memory.find("cookie")).isEmpty();
  }

  @Test
  void who_signs_out_is_forgotten() {
    memory.keep("cookie", expiringIn(3600));

    memory.forget("cookie");

    assertThat(memory.find("cookie")).isEmpty();
  }

  @Test
  void what_has_no_token_is_not_remembered() {
    memory.keep("cookie", QuarkusSecurityIdentity.builder().setAnonymous(true).build());

    assertThat(memory.find("cookie")).isEmpty();
  }
}
