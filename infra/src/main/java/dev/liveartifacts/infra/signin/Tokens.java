package dev.liveartifacts.infra.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.token.RequestMapping;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;

/** What stands in the tokens: who it is, for which client, and that our services may take it. */
final class Tokens {
  static final String ISSUER_ID = "live";

  private static final long EXPIRY_SECONDS = 3600;
  private static final String TYPE = "JWT";
  private static final String CLIENT = "${client_id}";
  private static final List<String> AUDIENCE =
      List.of("live-artifacts", "artifact-service", "connector-service", "scheduler-service");

  private Tokens() {}

  static RequestMappingTokenCallback callback() {
    Stream<RequestMapping> people =
        Person.all().stream().map(person -> mapping("subject", person.id(), person.claims()));
    Stream<RequestMapping> passwords =
        Person.all().stream().map(person -> mapping("username", person.id(), person.claims()));
    RequestMapping service = mapping("grant_type", "client_credentials", Map.of("sub", CLIENT));
    RequestMapping stranger = mapping("grant_type", "*", Map.of());
    return new RequestMappingTokenCallback(
        ISSUER_ID,
        Stream.of(people, passwords, Stream.of(service, stranger)).flatMap(m -> m).toList(),
        EXPIRY_SECONDS);
  }

  private static RequestMapping mapping(String parameter, String match, Map<String, Object> who) {
    Map<String, Object> claims = new HashMap<>(who);
    claims.put("aud", AUDIENCE);
    claims.put("azp", CLIENT);
    claims.put("client_id", CLIENT);
    return new RequestMapping(parameter, match, claims, TYPE);
  }
}
