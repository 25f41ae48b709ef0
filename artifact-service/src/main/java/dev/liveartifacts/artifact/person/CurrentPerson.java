package dev.liveartifacts.artifact.person;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The person behind the current request, and the token that speaks for them elsewhere. */
@RequestScoped
public class CurrentPerson {
  private final SecurityIdentity identity;
  private final PersonConfig config;

  CurrentPerson(SecurityIdentity identity, PersonConfig config) {
    this.identity = identity;
    this.config = config;
  }

  /**
   * Who it is.
   *
   * @throws UnauthorizedException if nobody is signed in
   */
  public Person get() {
    return of(identity, config);
  }

  /** The access token, to be passed on to connector-service and scheduler-service alone. */
  public String accessToken() {
    return accessToken(identity);
  }

  public static String accessToken(SecurityIdentity identity) {
    AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
    if (credential == null) {
      throw new UnauthorizedException();
    }
    return credential.getToken();
  }

  /**
   * Who an identity is.
   *
   * @throws UnauthorizedException if nobody is signed in
   */
  public static Person of(SecurityIdentity identity, PersonConfig config) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
      throw new UnauthorizedException();
    }
    String name = text(token, "name");
    String email = text(token, "email");
    return Person.of(
        token.getIssuer(),
        token.getSubject(),
        name != null ? name : email != null ? email : token.getSubject(),
        trusted(token, config) ? email : null,
        groups(token).stream().anyMatch(config.adminGroups()::contains));
  }

  private static boolean trusted(JsonWebToken token, PersonConfig config) {
    Object verified = token.getClaim("email_verified");
    return verified == null
        ? config.trustUnverifiedEmail()
        : Boolean.parseBoolean(verified.toString());
  }

  private static Set<String> groups(JsonWebToken token) {
    Object claim = token.getClaim("groups");
    Set<String> groups = new HashSet<>();
    if (claim instanceof JsonArray array) {
      array.getValuesAs(JsonString.class).forEach(value -> groups.add(value.getString()));
    } else if (claim instanceof Collection<?> values) {
      values.forEach(value -> groups.add(String.valueOf(value)));
    }
    return groups;
  }

  private static @Nullable String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() ? null : text;
  }
}
