package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.page.Secret;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A session's cookie: the secret that names the session, and then its encrypted tokens. */
public final class SessionCookie {
  private static final int CHARACTERS = 43;
  private static final char END = '.';
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{" + CHARACTERS + "}");

  private SessionCookie() {}

  /** Says whether the request has a session's cookie, whatever is in it. */
  public static boolean isIn(HttpServerRequest request) {
    return value(request).isPresent();
  }

  /** Empty if the request has no session's cookie, or one that is none of ours. */
  public static Optional<Secret> secret(HttpServerRequest request) {
    return value(request).flatMap(SessionCookie::secret);
  }

  /** The request goes on without it. */
  public static void leaveOut(RoutingContext context) {
    context.request().cookies().stream()
        .map(Cookie::getName)
        .filter(name -> name.startsWith(OidcUtils.SESSION_COOKIE_NAME))
        .toList()
        .forEach(name -> context.response().removeCookie(name, false));
  }

  static Optional<Secret> secret(String cookie) {
    return cookie.length() > CHARACTERS
            && cookie.charAt(CHARACTERS) == END
            && SECRET.matcher(cookie.substring(0, CHARACTERS)).matches()
        ? Optional.of(new Secret(cookie.substring(0, CHARACTERS)))
        : Optional.empty();
  }

  static String of(Secret secret, String tokens) {
    return secret.text() + END + tokens;
  }

  static String tokens(String cookie) {
    return cookie.substring(CHARACTERS + 1);
  }

  private static Optional<String> value(HttpServerRequest request) {
    return Stream.of(
            OidcUtils.SESSION_COOKIE_NAME,
            OidcUtils.SESSION_COOKIE_NAME + OidcUtils.SESSION_COOKIE_CHUNK + 1)
        .map(request::getCookie)
        .flatMap(Stream::ofNullable)
        .map(Cookie::getValue)
        .findFirst();
  }
}
