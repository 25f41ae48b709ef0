package dev.liveartifacts.artifact.mcpserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.OidcClientsConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Swaps a client's token, which is for our MCP server alone, for one of the same person that the
 * other services take (RFC 8693). The client's own goes nowhere else.
 */
@Singleton
class ServiceTokenClient {
  private static final Logger LOG = Logger.getLogger(ServiceTokenClient.class);
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final OidcClients clients;
  private final OidcClientConfig config;
  private final Clock clock;
  private volatile @Nullable OidcClient exchange;
  private final Cache<String, Tokens> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  ServiceTokenClient(OidcClients clients, OidcClientsConfig config, Clock clock) {
    this.clients = clients;
    this.clock = clock;
    OidcClientConfig mcp = Objects.requireNonNull(config.namedClients().get("mcp"));
    this.config = new OidcClientConfigBuilder(mcp).id("mcp").clientEnabled(true).build();
  }

  Uni<String> swap(String token) {
    Tokens before = known.getIfPresent(token);
    if (before != null && lasts(before)) {
      return Uni.createFrom().item(before.getAccessToken());
    }
    return exchange()
        .flatMap(client -> client.getTokens(Map.of("subject_token", token)))
        .onFailure()
        .invoke(failure -> LOG.warnf("A token was not swapped: %s", failure.getMessage()))
        .onFailure()
        .transform(failure ->
            Problems.unavailable(
                "The sign-in server gave no token for the connectors. Try again; if it stays so,"
                    + " ask whoever runs this to allow token exchange."))
        .invoke(swapped -> known.put(token, swapped))
        .map(Tokens::getAccessToken);
  }

  private Uni<OidcClient> exchange() {
    OidcClient made = exchange;
    return made != null
        ? Uni.createFrom().item(made)
        : clients.newClient(config).invoke(client -> exchange = client);
  }

  private boolean lasts(Tokens tokens) {
    Long expiresAt = tokens.getAccessTokenExpiresAt();
    return expiresAt != null && clock.instant().plus(MARGIN).getEpochSecond() < expiresAt;
  }
}
