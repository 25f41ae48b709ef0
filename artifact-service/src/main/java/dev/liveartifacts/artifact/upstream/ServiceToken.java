package dev.liveartifacts.artifact.upstream;

import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.OidcClientsConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The token with which this service speaks for itself, where no person stands behind a request
 * (OAuth 2.0 client credentials, RFC 6749, section 4.4). Asked for when it is first needed, so that
 * a sign-in server that is away keeps nothing from starting; fails with a problem meanwhile.
 */
@Singleton
public class ServiceToken {
  private static final Logger LOG = Logger.getLogger(ServiceToken.class);
  private static final Duration AHEAD = Duration.ofSeconds(30);

  private final OidcClients clients;
  private final OidcClientConfig config;
  private volatile @Nullable OidcClient client;
  private volatile @Nullable Tokens latest;

  ServiceToken(OidcClients clients, OidcClientsConfig config) {
    this.clients = clients;
    this.config =
        new OidcClientConfigBuilder(OidcClientsConfig.getDefaultClient(config))
            .id("service")
            .clientEnabled(true)
            .refreshTokenTimeSkew(AHEAD)
            .build();
  }

  public Uni<String> get() {
    Tokens known = latest;
    return known != null && usable(known)
        ? Uni.createFrom().item(known.getAccessToken())
        : client()
            .flatMap(OidcClient::getTokens)
            .invoke(tokens -> latest = tokens)
            .map(Tokens::getAccessToken)
            .onFailure()
            .transform(ServiceToken::away);
  }

  private static boolean usable(Tokens tokens) {
    return !tokens.isAccessTokenExpired() && !tokens.isAccessTokenWithinRefreshInterval();
  }

  private Uni<OidcClient> client() {
    OidcClient known = client;
    return known != null
        ? Uni.createFrom().item(known)
        : clients.newClient(config).invoke(made -> client = made);
  }

  private static ProblemException away(Throwable failure) {
    LOG.warnf("No token for this service: %s", failure.getMessage());
    return Problems.unavailable("The sign-in server does not answer right now.");
  }
}
