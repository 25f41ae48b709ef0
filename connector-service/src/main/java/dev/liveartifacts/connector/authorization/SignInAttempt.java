package dev.liveartifacts.connector.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk of a browser to an authorization server and back. Holds what the answer is checked
 * against, and the verifier that redeems it.
 *
 * @param state single use; comes back with the answer
 * @param resource the server that the token is for (RFC 8707)
 * @param sendsIssuer the answer has to carry {@code iss}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignInAttempt(
    String state,
    String verifier,
    OAuthClient client,
    URI authorizationEndpoint,
    URI tokenEndpoint,
    @Nullable URI revocationEndpoint,
    URI redirectUri,
    String resource,
    List<String> scopes,
    boolean sendsIssuer) {
  public SignInAttempt {
    scopes = List.copyOf(scopes);
  }

  /** A new attempt with fresh randomness. */
  public static SignInAttempt of(
      Found found, OAuthClient client, URI redirectUri, List<String> scopes) {
    AuthorizationServer server = found.server();
    return new SignInAttempt(
        new State(32).getValue(),
        new CodeVerifier().getValue(),
        client,
        server.authorizationEndpoint(),
        server.tokenEndpoint(),
        server.revocationEndpoint(),
        redirectUri,
        found.resource().resource(),
        scopes,
        server.sendsIssuer());
  }

  public String issuer() {
    return client.issuer();
  }

  /** Where the browser is sent to. */
  public URI location() {
    AuthorizationRequest.Builder request =
        new AuthorizationRequest.Builder(ResponseType.CODE, client.clientId())
            .endpointURI(authorizationEndpoint)
            .redirectionURI(redirectUri)
            .state(new State(state))
            .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
            .resource(URI.create(resource));
    if (!scopes.isEmpty()) {
      request.scope(new Scope(scopes.toArray(String[]::new)));
    }
    return request.build().toURI();
  }

  @Override
  public String toString() {
    return "SignInAttempt[" + issuer() + "]";
  }
}
