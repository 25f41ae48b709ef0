package dev.liveartifacts.artifact.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutTokenTest {
  private static JsonObject whole() {
    return new JsonObject()
        .put("iss", "https://id.test")
        .put("aud", new JsonArray(List.of("other", "artifact-service")))
        .put("iat", 1)
        .put("jti", "1")
        .put("sub", "ben")
        .put("sid", "s")
        .put(
            "events",
            new JsonObject()
                .put("http://schemas.openid.net/event/backchannel-logout", new JsonObject()));
  }

  @Test
  void names_the_person_and_the_session() {
    assertThat(LogoutToken.of(whole(), "artifact-service"))
        .contains(new LogoutToken("https://id.test", "ben", "s"));
  }

  @Test
  void one_of_the_two_is_enough() {
    JsonObject person = whole();
    person.remove("sid");
    JsonObject session = whole();
    session.remove("sub");
    JsonObject neither = session.copy();
    neither.remove("sid");

    assertThat(LogoutToken.of(person, "artifact-service")).isPresent();
    assertThat(LogoutToken.of(session, "artifact-service")).isPresent();
    assertThat(LogoutToken.of(neither, "artifact-service")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "iat", "jti", "events"})
  void what_lacks_something_is_none(String claim) {
    JsonObject claims = whole();
    claims.remove(claim);

    assertThat(LogoutToken.of(claims, "artifact-service")).isEmpty();
  }

  @Test
  void an_id_token_is_none_and_neither_is_one_for_another_client() {
    assertThat(LogoutToken.of(whole().put("nonce", "n"), "artifact-service")).isEmpty();
    assertThat(LogoutToken.of(whole(), "another")).isEmpty();
  }
}
