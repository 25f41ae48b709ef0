package dev.liveartifacts.connector.person;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells people from services by their token, and administrators from the other people. */
@ApplicationScoped
public class Roles implements SecurityIdentityAugmentor {
  public static final String PERSON = "live-person";
  public static final String SERVICE = "live-service";
  public static final String ADMIN = "live-admin";

  private final Set<String> adminGroups;
  private final Set<String> serviceClients;

  /**
   * @param adminGroups groups whose members administer the workspace
   * @param serviceClients OAuth clients that are services of ours and no people
   */
  public Roles(
      @ConfigProperty(name = "live.admin-groups", defaultValue = "admins") Set<String> adminGroups,
      @ConfigProperty(name = "live.service-clients", defaultValue = "artifact-service")
          Set<String> serviceClients) {
    this.adminGroups = Set.copyOf(adminGroups);
    this.serviceClients = Set.copyOf(serviceClients);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            identity.getPrincipal() instanceof JsonWebToken token
                ? with(token, identity)
                : identity);
  }

  private SecurityIdentity with(JsonWebToken token, SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder(identity).addRoles(of(token)).build();
  }

  private Set<String> of(JsonWebToken token) {
    if (isService(token)) {
      return Set.of(SERVICE);
    }
    boolean admin = token.getGroups().stream().anyMatch(adminGroups::contains);
    return admin ? Set.of(PERSON, ADMIN) : Set.of(PERSON);
  }

  /** A token of the client-credentials grant has the client itself as its subject. */
  private boolean isService(JsonWebToken token) {
    String client = firstOf(token.getClaim("azp"), token.getClaim("client_id"));
    return client != null
        && serviceClients.contains(client)
        && Set.of(client, "service-account-" + client)
            .contains(Objects.requireNonNullElse(token.getSubject(), ""));
  }

  private static @Nullable String firstOf(@Nullable Object first, @Nullable Object second) {
    return first != null ? first.toString() : second != null ? second.toString() : null;
  }
}
