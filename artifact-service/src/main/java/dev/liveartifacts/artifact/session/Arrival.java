package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.edge.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * How somebody came in.
 *
 * @param providerSession what the sign-in server calls its own session ({@code sid}); null if it
 *     does not say
 */
record Arrival(@Nullable String providerSession, String device, String address) {
  private static final int LONGEST = 255;

  static Arrival of(HttpServerRequest request, @Nullable String providerSession) {
    return new Arrival(
        providerSession == null || providerSession.length() > LONGEST ? null : providerSession,
        Device.words(request.getHeader("User-Agent")),
        address(request));
  }

  static String address(HttpServerRequest request) {
    return ClientAddress.of(request).text();
  }
}
