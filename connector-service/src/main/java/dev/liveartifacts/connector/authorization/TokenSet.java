package dev.liveartifacts.connector.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one sign-in, with everything that renews and ends them. They belong to the issuer
 * of their client and are sent nowhere else but to the resource.
 *
 * @param scopes what was granted
 * @param asked what was asked for
 * @param renewAt when to renew the access token; null if the server does not say how long it lives
 * @param expiresAt when it ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenSet(
    OAuthClient client,
    URI tokenEndpoint,
    @Nullable URI revocationEndpoint,
    String resource,
    List<String> scopes,
    List<String> asked,
    String accessToken,
    @Nullable String refreshToken,
    @Nullable Instant renewAt,
    @Nullable Instant expiresAt) {
  public TokenSet {
    scopes = List.copyOf(scopes);
    asked = List.copyOf(asked);
  }

  public String issuer() {
    return client.issuer();
  }

  /** True if the access token should be renewed now, and can be. */
  public boolean isDue(Instant now) {
    return refreshToken != null && renewAt != null && !now.isBefore(renewAt);
  }

  public boolean hasEnded(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  public boolean renewable() {
    return refreshToken != null;
  }

  /** The scopes that were neither granted nor asked for in vain. */
  public List<String> missing(List<String> wanted) {
    return wanted.stream()
        .filter(scope -> !scopes.contains(scope) && !asked.contains(scope))
        .toList();
  }

  @Override
  public String toString() {
    return "TokenSet[" + issuer() + "]";
  }
}
