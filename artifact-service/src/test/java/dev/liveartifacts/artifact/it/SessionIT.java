package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SessionIT.EveryTokenIsAboutToExpire.class)
class SessionIT extends RunningService {
  @Test
  void a_session_whose_tokens_expire_renews_itself_and_the_person_notices_nothing() {
    Browser browser = new Browser(app);
    browser.signIn("ada", "/");
    connectors.on("GET /api/connectors/x", FakeService.Reply.json("{}"));

    List<HttpResponse<String>> answers =
        Stream.of("/api/me", "/api/connectors/x", "/api/connectors/x").map(browser::get).toList();

    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(answers.getFirst().headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("q_session"));
    assertThat(connectors.asked("GET /api/connectors/x"))
        .extracting(asked -> asked.header("Authorization"))
        .doesNotHaveDuplicates();
  }

  /** Makes the service renew tokens long before they expire, which is at once. */
  public static final class EveryTokenIsAboutToExpire implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.oidc.token.refresh-token-time-skew", "2H");
    }
  }
}
