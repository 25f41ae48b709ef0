package dev.liveartifacts.artifact.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request proves by who sends it: a bearer token, else the session's cookies. */
final class Proof {
  private static final String SESSION = "q_session";
  private static final String BEARER = "Bearer ";

  private Proof() {}

  static Optional<String> of(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return header.startsWith(BEARER) ? Optional.of(header) : Optional.empty();
    }
    String cookies =
        request.cookies().stream()
            .filter(cookie -> cookie.getName().startsWith(SESSION))
            .sorted(Comparator.comparing(Cookie::getName))
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining(";"));
    return cookies.isEmpty() ? Optional.empty() : Optional.of(cookies);
  }
}
