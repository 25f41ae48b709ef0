package dev.liveartifacts.connector.authorization;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.liveartifacts.connector.egress.Outgoing;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes this application known to an authorization server: as configured, by the address of its
 * metadata, or by dynamic registration (RFC 7591). Fails with {@link AuthorizationException}.
 */
public final class RegistrationClient {
  private final Outgoing web;
  private final Application application;

  public RegistrationClient(Outgoing web, Application application) {
    this.web = web;
    this.application = application;
  }

  /** How it would be known, without asking anybody. */
  public Registration choice(Found found, Optional<OAuthClient> known) {
    boolean configured =
        known.filter(client -> client.registration() == Registration.CONFIGURED).isPresent();
    return Registration.at(found.server(), configured, application.metadata().isPresent());
  }

  /**
   * The client to sign in with.
   *
   * @param known the client that was used at this issuer before
   */
  public Uni<OAuthClient> client(Found found, Optional<OAuthClient> known) {
    AuthorizationServer server = found.server();
    Optional<OAuthClient> ours = known.filter(client -> client.issuer().equals(server.issuer()));
    return switch (choice(found, ours)) {
      case CONFIGURED -> Uni.createFrom().item(configured(server, ours.orElseThrow()));
      case METADATA -> Uni.createFrom().item(documented(server));
      case DYNAMIC ->
          ours.filter(client -> client.registration() == Registration.DYNAMIC)
              .map(client -> Uni.createFrom().item(client))
              .orElseGet(() -> register(server));
      case NEEDED ->
          Uni.createFrom()
              .failure(
                  new AuthorizationException(
                      new AuthorizationFailure.ClientNeeded(server.issuer())));
    };
  }

  private static OAuthClient configured(AuthorizationServer server, OAuthClient client) {
    return OAuthClient.at(server, client.id(), client.secret(), Registration.CONFIGURED);
  }

  private OAuthClient documented(AuthorizationServer server) {
    String address = application.metadata().map(URI::toString).orElseThrow();
    return OAuthClient.at(server, address, null, Registration.METADATA);
  }

  private Uni<OAuthClient> register(AuthorizationServer server) {
    URI endpoint = Objects.requireNonNull(server.registrationEndpoint());
    ClientRegistrationRequest request =
        new ClientRegistrationRequest(endpoint, metadata(server), null);
    return Messages.send(web, request.toHTTPRequest()).map(answer -> registered(server, answer));
  }

  private ClientMetadata metadata(AuthorizationServer server) {
    ClientMetadata metadata = new ClientMetadata();
    metadata.setName(application.name());
    metadata.setRedirectionURI(application.redirectUri());
    metadata.setGrantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
    metadata.setResponseTypes(Set.of(ResponseType.CODE));
    metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.parse(preferredMethod(server)));
    metadata.setCustomField("application_type", application.type());
    return metadata;
  }

  private static String preferredMethod(AuthorizationServer server) {
    return OAuthClient.method(server.tokenAuthMethods(), true);
  }

  private static OAuthClient registered(AuthorizationServer server, HTTPResponse answer) {
    try {
      ClientRegistrationResponse response = ClientRegistrationResponse.parse(answer);
      if (!response.indicatesSuccess()) {
        throw new AuthorizationException(new AuthorizationFailure.ClientNeeded(server.issuer()));
      }
      return client(server, response.toSuccessResponse().getClientInformation());
    } catch (ParseException e) {
      throw AuthorizationException.unusable(
          "The sign-in server's answer to the registration is not what RFC 7591 says.");
    }
  }

  private static OAuthClient client(AuthorizationServer server, ClientInformation information) {
    String secret = information.getSecret() == null ? null : information.getSecret().getValue();
    ClientAuthenticationMethod method = information.getMetadata().getTokenEndpointAuthMethod();
    String id = information.getID().getValue();
    return method == null
        ? OAuthClient.at(server, id, secret, Registration.DYNAMIC)
        : new OAuthClient(server.issuer(), id, secret, method.getValue(), Registration.DYNAMIC);
  }
}
