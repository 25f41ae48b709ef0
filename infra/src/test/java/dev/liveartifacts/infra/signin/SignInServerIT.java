package dev.liveartifacts.infra.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.liveartifacts.infra.process.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInServerIT {
  private static final String REDIRECT = "http://localhost:8080/signin";
  private static final String VERIFIER = "0123456789012345678901234567890123456789abc";

  @TempDir Path directory;
  private SignInServer server;

  @BeforeEach
  void start() {
    server =
        new SignInServer(directory.resolve("data"), Loopback.freePort(), directory.resolve("log"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_persons_token_says_who_they_are_and_for_whom_it_is() throws Exception {
    JWTClaimsSet claims = claims(server.issuer().accessToken(Person.ADA));

    assertThat(claims.getIssuer()).isEqualTo(server.issuer().url());
    assertThat(claims.getSubject()).isEqualTo("ada");
    assertThat(claims.getStringClaim("name")).isEqualTo("Ada Lovelace");
    assertThat(claims.getStringClaim("email")).isEqualTo("ada@acme.test");
    assertThat(claims.getBooleanClaim("email_verified")).isTrue();
    assertThat(claims.getStringListClaim("groups")).containsExactly("admins", "finance");
    assertThat(claims.getAudience()).contains("connector-service", "scheduler-service");
    assertThat(claims.getStringClaim("azp")).isEqualTo("artifact-service");
  }

  @Test
  void a_services_token_names_the_service_and_nobody_else() throws Exception {
    JWTClaimsSet claims = claims(server.issuer().clientToken("artifact-service"));

    assertThat(claims.getSubject()).isEqualTo("artifact-service");
    assertThat(claims.getStringClaim("azp")).isEqualTo("artifact-service");
    assertThat(claims.getClaims()).doesNotContainKeys("email", "groups");
  }

  @Test
  void a_stranger_has_a_name_but_no_groups() throws Exception {
    JWTClaimsSet claims = claims(server.issuer().accessToken("mallory"));

    assertThat(claims.getSubject()).isEqualTo("mallory");
    assertThat(claims.getClaims()).doesNotContainKey("groups");
  }

  @Test
  void a_code_and_a_refresh_token_give_the_person_who_was_clicked() throws Exception {
    String code = code(post(authorize("S256", challenge()), "username=cleo"));

    String tokens =
        post(
                server.issuer().url() + "/token",
                "grant_type=authorization_code&client_id=artifact-service&client_secret=x&code="
                    + code
                    + "&code_verifier="
                    + VERIFIER
                    + "&redirect_uri="
                    + REDIRECT)
            .body();
    String refreshed =
        post(
                server.issuer().url() + "/token",
                "grant_type=refresh_token&client_id=artifact-service&client_secret=x&refresh_token="
                    + field("refresh_token", tokens))
            .body();

    assertThat(claims(field("id_token", tokens)).getStringClaim("name")).isEqualTo("Cleo Marsh");
    assertThat(claims(field("id_token", tokens)).getAudience()).contains("artifact-service");
    assertThat(claims(field("access_token", refreshed)).getStringClaim("email"))
        .isEqualTo("cleo@acme.test");
  }

  @Test
  void a_code_is_worth_nothing_without_its_verifier() throws Exception {
    String code = code(post(authorize("S256", challenge()), "username=cleo"));

    HttpResponse<String> refused =
        post(
            server.issuer().url() + "/token",
            "grant_type=authorization_code&client_id=artifact-service&client_secret=x&code="
                + code
                + "&code_verifier=another0123456789012345678901234567890123456789"
                + "&redirect_uri="
                + REDIRECT);

    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void a_client_registers_itself_and_gets_tokens_for_one_resource_alone() throws Exception {
    String metadata = get(server.issuer().url() + "/.well-known/openid-configuration");
    String client =
        field(
            "client_id",
            post(field("registration_endpoint", metadata), "{\"client_name\":\"Inspector\"}")
                .body());
    String code =
        code(
            post(
                authorize("S256", challenge()).replace("artifact-service", client),
                "username=ada"));

    String tokens =
        post(
                server.issuer().url() + "/token",
                "grant_type=authorization_code&client_id="
                    + client
                    + "&code="
                    + code
                    + "&code_verifier="
                    + VERIFIER
                    + "&resource=http%3A%2F%2Flocalhost%3A8080%2Fmcp&redirect_uri="
                    + REDIRECT)
            .body();

    JWTClaimsSet claims = claims(field("access_token", tokens));
    assertThat(claims.getAudience()).containsExactly("http://localhost:8080/mcp");
    assertThat(claims.getSubject()).isEqualTo("ada");
    assertThat(claims.getStringListClaim("groups")).contains("finance");
    assertThat(claims.getStringClaim("azp")).isEqualTo(client);
  }

  @Test
  void nobody_is_sent_to_another_machine() throws Exception {
    String elsewhere = authorize("S256", challenge()).replace(REDIRECT, "https://evil.test/");

    assertThat(post(elsewhere, "username=ada").statusCode()).isEqualTo(403);
  }

  @Test
  void tokens_from_before_a_restart_are_still_signed_by_a_published_key() throws Exception {
    String before = SignedJWT.parse(server.issuer().accessToken(Person.BEN)).getHeader().getKeyID();
    String keys = get(server.issuer().url() + "/jwks");

    server.stop();
    server.start();

    assertThat(get(server.issuer().url() + "/jwks")).isEqualTo(keys).contains(before);
  }

  private String authorize(String method, String challenge) {
    return server.issuer().url()
        + "/authorize?client_id=artifact-service&response_type=code&scope=openid&state=s&nonce=n"
        + "&code_challenge_method="
        + method
        + "&code_challenge="
        + challenge
        + "&redirect_uri="
        + REDIRECT;
  }

  private static String challenge() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static String code(HttpResponse<String> response) {
    String location = response.headers().firstValue("Location").orElseThrow();
    return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
  }

  private static String field(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)").matcher(json);
    assertThat(matcher.find()).as("%s in %s", name, json).isTrue();
    return matcher.group(1);
  }

  private static JWTClaimsSet claims(String token) throws Exception {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  private static HttpResponse<String> post(String url, String form) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static String get(String url) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url))).body();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
