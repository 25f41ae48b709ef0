package dev.liveartifacts.connector.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.liveartifacts.connector.egress.AddressResolver;
import dev.liveartifacts.connector.egress.EgressConfig;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.Outgoing;
import dev.liveartifacts.connector.egress.WebAnswer;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who issues tokens is found out in the order and under the conditions of the specification. */
class DiscoveryTest {
  private static final URI ENDPOINT = URI.create("https://erp.test/tenant/mcp");
  private static final String RESOURCE =
      "https://erp.test/.well-known/oauth-protected-resource/tenant/mcp";
  private static final String SERVER =
      "https://sign.test/.well-known/oauth-authorization-server/erp";
  private static final Application APPLICATION = Application.at(URI.create("https://live.test"));

  private final Map<String, WebAnswer> web = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Outgoing outgoing =
      request -> {
        asked.add(request.uri().toString());
        return Uni.createFrom()
            .item(
                web.getOrDefault(
                    request.uri().toString(), new WebAnswer(404, "", null, new byte[0])));
      };
  private final SignInFlow flow = new SignInFlow(outgoing, guard(), APPLICATION);

  @Test
  void places_are_asked_in_the_order_of_the_specification() {
    assertThat(failure(Challenge.NONE)).contains("no metadata");

    assertThat(asked)
        .containsExactly(
            RESOURCE,
            "https://erp.test/.well-known/oauth-protected-resource",
            "https://erp.test/.well-known/oauth-authorization-server",
            "https://erp.test/.well-known/openid-configuration");
    assertThat(WellKnown.ofIssuer(URI.create("https://sign.test/erp")))
        .extracting(URI::toString)
        .containsExactly(
            SERVER,
            "https://sign.test/.well-known/openid-configuration/erp",
            "https://sign.test/erp/.well-known/openid-configuration");
  }

  @Test
  void the_challenge_names_the_only_place_that_is_asked() {
    Challenge challenge = Challenge.of("Bearer resource_metadata=\"https://erp.test/here\"");

    assertThat(failure(challenge)).contains("not there");

    assertThat(asked).containsExactly("https://erp.test/here");
  }

  @Test
  void what_is_found_leads_to_an_address_with_all_that_protects_the_sign_in() {
    good();

    Found found = found();
    SignInAttempt attempt =
        flow.attempt(found, client(found, Optional.empty()), List.of("granted before"));

    assertThat(attempt.location().toString())
        .startsWith("https://sign.test/authorize?")
        .contains("response_type=code")
        .contains("code_challenge_method=S256")
        .contains("code_challenge=")
        .contains("state=" + attempt.state())
        .contains("resource=https%3A%2F%2Ferp.test%2Ftenant%2Fmcp")
        .contains("redirect_uri=https%3A%2F%2Flive.test%2Fapi%2Fconnectors%2Fsignin%2Fcallback");
    assertThat(attempt.state()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/tenant/mcp",
        "https://erp.test/other",
        "https://erp.test/tenant/m",
        "https://erp.test:444/tenant/mcp",
        "http://erp.test/tenant/mcp",
        "https://erp.test/tenant/mcp/deeper",
        "https://erp.test/tenant/mcp#part",
        "",
        "nonsense",
      })
  void row_6_metadata_of_another_server_are_refused(String resource) {
    good();
    put(RESOURCE, resource(resource, "https://sign.test/erp"));

    assertThat(failure(Challenge.NONE)).contains("about another server");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sign.test/erp/",
        "https://SIGN.test/erp",
        "https://sign.test:443/erp",
        "https://evil.test/erp",
        "",
      })
  void row_6_metadata_with_another_issuer_are_refused(String issuer) {
    good();
    put(SERVER, server(issuer, "https://sign.test/authorize", "S256"));

    assertThat(failure(Challenge.NONE)).contains("another issuer");
  }

  @ParameterizedTest
  @CsvSource({"plain", "''"})
  void a_server_that_does_not_advertise_s256_is_refused(String method) {
    good();
    put(SERVER, server("https://sign.test/erp", "https://sign.test/authorize", method));

    assertThat(failure(Challenge.NONE)).contains("PKCE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://sign.test/authorize",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://127.0.0.1/authorize",
        "https://[::1]/authorize",
        "https://user:word@sign.test/authorize",
      })
  void row_7_a_sign_in_page_that_is_no_public_https_address_is_not_opened(String page) {
    good();
    put(SERVER, server("https://sign.test/erp", page, "S256"));

    assertThat(failure(Challenge.NONE)).contains("not opened");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>hello</html>", "[]", "{\"resource\":", "null", "\"text\""})
  void pages_that_are_no_metadata_are_passed_over(String body) {
    good();
    put(RESOURCE, body);
    put(
        "https://erp.test/.well-known/oauth-protected-resource",
        resource("https://erp.test", "https://sign.test/erp"));

    assertThat(found().issuer()).isEqualTo("https://sign.test/erp");
  }

  @Test
  void a_server_in_trouble_is_told_apart_from_one_that_does_not_fit() {
    good();
    web.put(SERVER, new WebAnswer(503, "", null, new byte[0]));

    AuthorizationException outage = thrown(Challenge.NONE);

    assertThat(outage.failure().isOutage()).isTrue();
  }

  @Test
  void redirects_of_metadata_are_followed_twice_at_most() {
    good();
    web.put(SERVER, new WebAnswer(302, "", SERVER, new byte[0]));

    assertThat(failure(Challenge.NONE)).contains("no metadata");
    assertThat(asked.stream().filter(SERVER::equals)).hasSize(3);
  }

  @Test
  void clients_are_chosen_configured_first_then_by_metadata_then_by_registration() {
    good();
    Found found = found();
    OAuthClient entered =
        new OAuthClient("https://sign.test/erp", "by-hand", null, "none", Registration.CONFIGURED);

    assertThat(client(found, Optional.of(entered)).id()).isEqualTo("by-hand");
    assertThat(client(found, Optional.empty()).id())
        .isEqualTo("https://live.test/oauth/client.json");
    var local =
        new SignInFlow(outgoing, guard(), Application.at(URI.create("http://localhost:8080")));
    assertThat(local.registration(found, Optional.empty())).isEqualTo(Registration.DYNAMIC);
  }

  @Test
  void row_6_a_client_of_another_issuer_is_never_shown() {
    good();
    OAuthClient other =
        new OAuthClient("https://other.test", "other", "word", "none", Registration.CONFIGURED);

    assertThat(client(found(), Optional.of(other)).id())
        .isEqualTo("https://live.test/oauth/client.json");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // advertised, iss, accepted
        "true,  https://sign.test/erp,  true",
        "true,  -,                      false",
        "true,  https://sign.test/erp/, false",
        "false, -,                      true",
        "false, https://evil.test,      false",
        "false, https://sign.test/erp,  true",
      })
  void row_6_the_answer_has_to_come_from_the_issuer_that_was_asked(
      boolean advertised, @Nullable String issuer, boolean accepted) {
    good();
    put(
        SERVER,
        server("https://sign.test/erp", "https://sign.test/authorize", "S256")
            .replace(
                "}", ",\"authorization_response_iss_parameter_supported\":" + advertised + "}"));
    Found found = found();
    SignInAttempt attempt = flow.attempt(found, client(found, Optional.empty()), List.of());
    Callback callback = new Callback("code", attempt.state(), issuer, null, null);

    Throwable refusal =
        catchThrowableOfType(AuthorizationException.class, () -> callback.codeFor(attempt));

    assertThat(refusal == null).isEqualTo(accepted);
  }

  @Test
  void an_answer_with_another_state_is_not_looked_at() {
    good();
    Found found = found();
    SignInAttempt attempt = flow.attempt(found, client(found, Optional.empty()), List.of());
    Callback callback = new Callback(null, "other", null, "access_denied", "secret words");

    AuthorizationException refusal =
        catchThrowableOfType(AuthorizationException.class, () -> callback.codeFor(attempt));

    assertThat(refusal.failure().words()).contains("another sign-in").doesNotContain("secret");
  }

  @Test
  void a_server_without_a_way_to_register_needs_an_administrator() {
    good();
    put(
        SERVER,
        server("https://sign.test/erp", "https://sign.test/authorize", "S256")
            .replace("client_id_metadata_document_supported", "other")
            .replace("registration_endpoint", "another"));

    AuthorizationException refusal =
        catchThrowableOfType(AuthorizationException.class, () -> client(found(), Optional.empty()));

    assertThat(refusal.failure().words()).startsWith("An administrator has to register");
  }

  private void good() {
    put(RESOURCE, resource(ENDPOINT.toString(), "https://sign.test/erp"));
    put(SERVER, server("https://sign.test/erp", "https://sign.test/authorize", "S256"));
  }

  private void put(String place, String body) {
    web.put(
        place, new WebAnswer(200, "application/json", null, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String resource(String resource, String issuer) {
    return "{\"resource\":\"%s\",\"authorization_servers\":[\"%s\"]}".formatted(resource, issuer);
  }

  private static String server(String issuer, String page, String challengeMethod) {
    return """
    {"issuer":"%s","authorization_endpoint":"%s","token_endpoint":"https://sign.test/token",
     "registration_endpoint":"https://sign.test/register",
     "client_id_metadata_document_supported":true,
     "code_challenge_methods_supported":["%s"]}\
    """
        .formatted(issuer, page, challengeMethod);
  }

  private Found found() {
    return flow.discover(ENDPOINT, Challenge.NONE).await().indefinitely();
  }

  private OAuthClient client(Found found, Optional<OAuthClient> known) {
    return flow.client(found, known).await().indefinitely();
  }

  private String failure(Challenge challenge) {
    return thrown(challenge).failure().words();
  }

  private AuthorizationException thrown(Challenge challenge) {
    return catchThrowableOfType(
        AuthorizationException.class,
        () -> flow.discover(ENDPOINT, challenge).await().indefinitely());
  }

  private static EgressGuard guard() {
    AddressResolver resolver =
        host -> Uni.createFrom().item(List.of(InetAddress.ofLiteral("8.8.8.8")));
    return new EgressGuard(new Closed(), resolver);
  }

  private record Closed() implements EgressConfig {
    @Override
    public boolean allowLoopback() {
      return false;
    }

    @Override
    public boolean allowHttp() {
      return false;
    }

    @Override
    public Optional<List<String>> allowNetworks() {
      return Optional.empty();
    }
  }
}
