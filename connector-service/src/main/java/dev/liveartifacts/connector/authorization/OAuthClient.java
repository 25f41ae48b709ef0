package dev.liveartifacts.connector.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This application as one authorization server knows it. Belongs to that issuer and is shown to no
 * other.
 *
 * @param method how it proves itself at the token endpoint (RFC 7591, section 2)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OAuthClient(
    String issuer, String id, @Nullable String secret, String method, Registration registration) {
  static final String BASIC = "client_secret_basic";
  static final String POST = "client_secret_post";
  static final String NONE = "none";

  /** With the way to prove itself that the server knows. */
  static OAuthClient at(
      AuthorizationServer server, String id, @Nullable String secret, Registration registration) {
    return new OAuthClient(
        server.issuer(),
        id,
        secret,
        method(server.tokenAuthMethods(), secret != null),
        registration);
  }

  /** Basic where nothing is said (RFC 8414, section 2). */
  static String method(List<String> supported, boolean hasSecret) {
    if (!hasSecret) {
      return NONE;
    }
    if (supported.isEmpty() || supported.contains(BASIC)) {
      return BASIC;
    }
    return supported.contains(POST) || !supported.contains(NONE) ? POST : NONE;
  }

  ClientID clientId() {
    return new ClientID(id);
  }

  /** Empty for a public client. */
  Optional<ClientAuthentication> authentication() {
    if (secret == null || method.equals(NONE)) {
      return Optional.empty();
    }
    Secret proof = new Secret(secret);
    return Optional.of(
        method.equals(POST)
            ? new ClientSecretPost(clientId(), proof)
            : new ClientSecretBasic(clientId(), proof));
  }

  @Override
  public String toString() {
    return "OAuthClient[" + registration + "]";
  }
}
