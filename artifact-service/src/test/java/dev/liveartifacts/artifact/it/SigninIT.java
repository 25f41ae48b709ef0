package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigninIT extends RunningService {
  @Test
  void a_person_signs_in_and_comes_back_to_where_they_wanted_to_be() {
    Browser browser = new Browser(app);

    assertThat(browser.signIn("ada", "/a/0b0e?x=1")).isEqualTo(app + "/a/0b0e?x=1");

    HttpResponse<String> me = browser.get("/api/me");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body())
        .contains("\"name\":\"Ada Lovelace\"", "\"email\":\"ada@acme.test\"", "\"admin\":true");
  }

  @Test
  void sign_in_uses_pkce_and_asks_to_come_back_to_the_app_alone() {
    HttpResponse<String> start = new Browser(app).get("/signin?to=/");

    assertThat(start.statusCode()).isEqualTo(302);
    assertThat(Browser.location(start))
        .contains(
            "code_challenge_method=S256",
            "code_challenge=",
            "redirect_uri=http%3A%2F%2Flocalhost%3A" + app.getPort() + "%2Fsignin%2Fdone");
  }

  @Test
  void sign_in_never_leads_to_another_site() {
    for (String to :
        List.of("https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)")) {
      assertThat(new Browser(app).signIn("ben", to)).isEqualTo(app + "/");
    }
  }

  @Test
  void row_21_session_cookies_are_http_only_and_same_site() {
    Browser browser = new Browser(app);
    HttpResponse<String> start = browser.get("/signin?to=/");
    assertThat(start.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie ->
            assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax"));

    browser.signIn("ada", "/");

    assertThat(browser.cookies()).isNotEmpty().allMatch(java.net.HttpCookie::isHttpOnly);
  }

  @Test
  void a_script_without_a_session_gets_a_problem_and_no_redirect() {
    nobody()
        .get("/api/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:live-artifacts:problem:sign-in-needed"))
        .body("action.href", equalTo("/signin"));
    nobody()
        .header("Cookie", "q_session=garbage")
        .get("/api/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    nobody()
        .header("Authorization", "Bearer garbage")
        .get("/api/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    nobody().get("/api/connectors").then().statusCode(401).contentType("application/problem+json");
    nobody()
        .get("/api/artifacts/00000000-0000-4000-8000-000000000000/events")
        .then()
        .statusCode(401);
  }

  @Test
  void a_stale_session_does_not_stand_before_the_app_itself() {
    nobody()
        .header("Cookie", "q_session=garbage")
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("stands in for the web app"));
    nobody().header("Cookie", "q_session=garbage").get("/signin?to=/").then().statusCode(302);
  }

  @Test
  void signing_out_ends_the_session_here_and_at_the_sign_in_server() {
    Browser browser = new Browser(app);
    browser.signIn("ada", "/");

    HttpResponse<String> out = browser.get("/signout");

    assertThat(Browser.location(out))
        .startsWith(infra.signIn().url())
        .contains("post_logout_redirect_uri=", "id_token_hint=");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(Browser.location(new Browser(app).get("/signout"))).isEqualTo(app + "/");
  }

  @Test
  void row_21_a_request_of_another_site_changes_nothing_whatever_its_cookies() {
    Browser browser = new Browser(app);
    browser.signIn("ada", "/");
    String page = "{\"html\":\"<p>\"}";

    assertThat(browser.post("/api/artifacts", page, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/api/artifacts", page, "Sec-Fetch-Site", "same-site").statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/api/artifacts", page, "Origin", sandbox.toString()).statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/api/artifacts", page).statusCode()).isEqualTo(403);
    assertThat(browser.get("/api/artifacts").body()).isEqualTo("[]");
    assertThat(browser.post("/api/artifacts", page, "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(201);
    assertThat(browser.post("/api/artifacts", page, "Origin", app.toString()).statusCode())
        .isEqualTo(201);
  }
}
