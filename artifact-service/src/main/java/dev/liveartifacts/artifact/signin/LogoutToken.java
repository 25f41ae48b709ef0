package dev.liveartifacts.artifact.signin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in server says when it has ended a session (OpenID Connect Back-Channel Logout 1.0,
 * section 2.4).
 *
 * @param subject whose; null if the session is named alone
 * @param session which; null if it is every session of this person
 */
record LogoutToken(String issuer, @Nullable String subject, @Nullable String session) {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /**
   * Empty if the claims are none of a logout token (section 2.6): signature, issuer and expiry have
   * been checked before.
   */
  static Optional<LogoutToken> of(JsonObject claims, String clientId) {
    String subject = text(claims, "sub");
    String session = text(claims, "sid");
    String issuer = text(claims, "iss");
    boolean whole =
        (subject != null || session != null)
            && claims.getValue("iat") instanceof Number
            && text(claims, "jti") != null
            && !claims.containsKey("nonce")
            && isFor(claims.getValue("aud"), clientId)
            && claims.getValue("events") instanceof JsonObject events
            && events.getValue(EVENT) instanceof JsonObject;
    return issuer != null && whole
        ? Optional.of(new LogoutToken(issuer, subject, session))
        : Optional.empty();
  }

  private static boolean isFor(@Nullable Object audience, String clientId) {
    return clientId.equals(audience)
        || (audience instanceof JsonArray several && several.contains(clientId));
  }

  private static @Nullable String text(JsonObject claims, String name) {
    return claims.getValue(name) instanceof String text && !text.isEmpty() ? text : null;
  }
}
