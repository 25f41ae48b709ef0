package dev.liveartifacts.scheduler.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person, or the service, whose access token came with the request. */
@RequestScoped
public class Caller {
  private final JsonWebToken token;
  private final SecurityIdentity identity;
  private final Set<String> adminGroups;
  private final Set<String> serviceClients;

  Caller(
      JsonWebToken token,
      SecurityIdentity identity,
      @ConfigProperty(name = "live.admin-groups", defaultValue = "admins") Set<String> adminGroups,
      @ConfigProperty(name = "live.service-clients", defaultValue = "artifact-service")
          Set<String> serviceClients) {
    this.token = token;
    this.identity = identity;
    this.adminGroups = Set.copyOf(adminGroups);
    this.serviceClients = Set.copyOf(serviceClients);
  }

  /** The subject; unique within the one issuer that is trusted. */
  public String id() {
    return token.getSubject();
  }

  /** A token of the client-credentials grant has the client itself as its subject. */
  public boolean isService() {
    String client =
        token.containsClaim("azp") ? token.getClaim("azp") : token.getClaim("client_id");
    return client != null
        && serviceClients.contains(client)
        && Set.of(client, "service-account-" + client).contains(String.valueOf(id()));
  }

  public boolean isAdmin() {
    return !Collections.disjoint(identity.getRoles(), adminGroups);
  }
}
