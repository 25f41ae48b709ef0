package dev.liveartifacts.artifact.apitoken;

import dev.liveartifacts.artifact.page.Secret;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token as a program shows it: {@code la_} and 256 random bits, so that scanners find it. */
public final class TokenText {
  private static final String PREFIX = "la_";
  private static final String BEARER = "Bearer ";
  private static final int LONGEST = 100;

  private TokenText() {}

  static String of(Secret secret) {
    return PREFIX + secret.text();
  }

  /** Empty if the request shows no token of ours, but perhaps one of the sign-in server. */
  public static Optional<Secret> in(HttpServerRequest request) {
    return read(request.getHeader("Authorization"));
  }

  static Optional<Secret> read(@Nullable String header) {
    return header != null && header.startsWith(BEARER + PREFIX) && header.length() <= LONGEST
        ? Optional.of(new Secret(header.substring((BEARER + PREFIX).length())))
        : Optional.empty();
  }
}
