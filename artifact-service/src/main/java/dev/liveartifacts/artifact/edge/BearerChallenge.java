package dev.liveartifacts.artifact.edge;

import io.vertx.core.http.HttpServerRequest;

/** Tells an MCP client without a valid token how to get one (RFC 6750, RFC 9728). */
final class BearerChallenge {
  static final String PATH = "/mcp";
  private static final int UNAUTHORIZED = 401;

  private final String place;

  BearerChallenge(Origin app) {
    this.place =
        "Bearer resource_metadata=\"" + app + "/.well-known/oauth-protected-resource/mcp\"";
  }

  /** Whoever refuses in the end, this stands in the answer. */
  void complete(HttpServerRequest request) {
    if (request.response().getStatusCode() == UNAUTHORIZED) {
      request
          .response()
          .putHeader(
              "WWW-Authenticate",
              request.getHeader("Authorization") == null
                  ? place
                  : place + ", error=\"invalid_token\"");
    }
  }
}
