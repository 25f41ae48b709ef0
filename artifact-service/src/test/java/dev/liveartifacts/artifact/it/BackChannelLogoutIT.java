package dev.liveartifacts.artifact.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The sign-in server ends sessions (OpenID Connect Back-Channel Logout 1.0). */
@QuarkusTest
class BackChannelLogoutIT extends RunningService {
  private static final String EVENTS =
      "\"events\":{\"http://schemas.openid.net/event/backchannel-logout\":{}}";
  private static final String FOR_US = "\"aud\":\"artifact-service\"";

  @Test
  void whom_the_sign_in_server_signs_out_is_out_here_and_their_open_page_is_told()
      throws Exception {
    String artifact = createGranted("ben");
    Browser ben = signedIn("ben");
    Browser cleo = signedIn("cleo");
    try (Line line =
        new Line(
            app.resolve("/api/artifacts/" + artifact + "/events"), "Cookie", ben.cookieHeader())) {
      assertThat(send(token("{\"sub\":\"ben\"," + FOR_US + "," + EVENTS + "}"))).isEqualTo(200);

      line.hears("event:signedout");
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(ben.get("/api/me").statusCode()).isEqualTo(401));
    }
    assertThat(cleo.get("/api/me").statusCode()).isEqualTo(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            as("ada")
                .get("/api/admin/audit?action=session.end")
                .then()
                .body("items[0].code", equalTo("sign_in_server"))
                .body("items[0].whomName", equalTo("Ben Okri")));
  }

  @Test
  void what_is_no_logout_token_of_the_sign_in_server_for_us_ends_nothing() {
    Browser ben = signedIn("ben");
    String whole = "{\"sub\":\"ben\"," + FOR_US + "," + EVENTS + "}";
    List<String> refused =
        List.of(
            "",
            "garbage",
            infra.signIn().accessToken("ben"),
            token("{\"sub\":\"ben\"," + FOR_US + "}"),
            token("{" + FOR_US + "," + EVENTS + "}"),
            token("{\"sub\":\"ben\",\"aud\":\"live-artifacts\"," + EVENTS + "}"),
            token("{\"sub\":\"ben\",\"aud\":\"another\"," + EVENTS + "}"),
            token("{\"sub\":\"ben\",\"nonce\":\"n\"," + FOR_US + "," + EVENTS + "}"),
            token("{\"sub\":\"ben\",\"iss\":\"https://evil.test\"," + FOR_US + "," + EVENTS + "}"),
            token("{\"sub\":\"ben\",\"exp\":1000000000," + FOR_US + "," + EVENTS + "}"),
            tampered(token(whole)));

    assertThat(refused).allSatisfy(token -> assertThat(send(token)).isEqualTo(400));
    assertThat(ben.get("/api/me").statusCode()).isEqualTo(200);
    given().baseUri(app.toString()).get("/backchannel-logout").then().statusCode(405);
  }

  @Test
  void a_session_that_is_named_ends_alone() {
    Browser ben = signedIn("ben");

    assertThat(
            send(token("{\"sub\":\"ben\",\"sid\":\"of another\"," + FOR_US + "," + EVENTS + "}")))
        .isEqualTo(200);

    assertThat(ben.get("/api/me").statusCode()).isEqualTo(200);
  }

  private Browser signedIn(String person) {
    Browser browser = new Browser(app);
    browser.signIn(person, "/");
    return browser;
  }

  private String token(String claims) {
    return infra.signIn().logoutToken(claims);
  }

  private static String tampered(String token) {
    String[] parts = token.split("\\.");
    char first = parts[2].charAt(0) == 'A' ? 'B' : 'A';
    return parts[0] + "." + parts[1] + "." + first + parts[2].substring(1);
  }

  private int send(String token) {
    return given()
        .baseUri(app.toString())
        .contentType("application/x-www-form-urlencoded")
        .formParam("logout_token", token)
        .post("/backchannel-logout")
        .statusCode();
  }
}
