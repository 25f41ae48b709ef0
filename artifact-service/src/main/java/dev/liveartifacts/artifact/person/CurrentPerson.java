package dev.liveartifacts.artifact.person;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The person behind the current request, and the token that speaks for them elsewhere. */
@RequestScoped
public class CurrentPerson {
  /** Where an identity says that a program speaks for the person: the id of its token. */
  public static final String SPOKEN_FOR = "live.token";

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

  /** Says whether a program speaks for them with a token of ours, by what was known of them. */
  boolean spokenFor() {
    return identity.getAttribute(SPOKEN_FOR) != null;
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
    List<String> groups = Groups.of(token.getClaim(config.groupsClaim()));
    return Person.of(
        token.getIssuer(),
        token.getSubject(),
        name != null ? name : email != null ? email : token.getSubject(),
        trusted(token, config) ? email : null,
        Groups.kept(groups),
        WorkspaceRole.of(groups, config));
  }

  private static boolean trusted(JsonWebToken token, PersonConfig config) {
    Object verified = token.getClaim("email_verified");
    return verified == null
        ? config.trustUnverifiedEmail()
        : Boolean.parseBoolean(verified.toString());
  }

  private static @Nullable String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() ? null : text;
  }
}
