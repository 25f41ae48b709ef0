package dev.liveartifacts.connector.authorization;

import java.util.List;

/**
 * What discovery found: the server to be called and who issues its tokens.
 *
 * @param challenged the scopes that the server itself asked for
 */
public record Found(ResourceServer resource, AuthorizationServer server, List<String> challenged) {
  public String issuer() {
    return server.issuer();
  }

  /**
   * The scopes to ask for.
   *
   * @param before what was granted or asked for earlier
   */
  public List<String> scopes(List<String> before) {
    return Scopes.wanted(challenged, resource.scopesSupported(), before, server.scopesSupported());
  }
}
