package dev.liveartifacts.artifact.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.page.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCookieTest {
  @Test
  void a_cookie_gives_back_the_secret_and_the_tokens_that_went_in() {
    Secret secret = Secret.random();

    String cookie = SessionCookie.of(secret, "a.b.c.d.e");

    assertThat(SessionCookie.secret(cookie)).contains(secret);
    assertThat(SessionCookie.tokens(cookie)).isEqualTo("a.b.c.d.e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "eyJhbGciOiJBMjU2R0NNS1ciLCJlbmMiOiJBMjU2R0NNIn0.b.c.d.e",
        "0123456789012345678901234567890123456789012",
        "0123456789012345678901234567890123456789 12.tokens"
      })
  void a_cookie_of_another_form_has_no_secret(String cookie) {
    assertThat(SessionCookie.secret(cookie)).isEmpty();
  }
}
