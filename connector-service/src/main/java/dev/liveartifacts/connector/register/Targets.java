package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.authorization.AuthorizationException;
import dev.liveartifacts.connector.authorization.AuthorizationFailure;
import dev.liveartifacts.connector.authorization.Challenge;
import dev.liveartifacts.connector.authorization.TokenSet;
import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.connection.ConnectionState;
import dev.liveartifacts.connector.connection.ConnectionStore;
import dev.liveartifacts.connector.connection.SecretBox;
import dev.liveartifacts.connector.connection.TokenKeeper;
import dev.liveartifacts.connector.mcp.McpTarget;
import dev.liveartifacts.connector.mcp.wire.Credential;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests in: opens a connection's secret for the one request that carries it, and renews
 * tokens that end or are not taken. What cannot be signed in fails with {@link
 * McpFailure.Unauthorized}.
 */
@ApplicationScoped
public class Targets {
  private final SecretBox secrets;
  private final TokenKeeper keeper;
  private final ConnectionStore store;

  public Targets(SecretBox secrets, TokenKeeper keeper, ConnectionStore store) {
    this.secrets = secrets;
    this.keeper = keeper;
    this.store = store;
  }

  /** Does the work at the connector, in the name of the connection. */
  public <T> Uni<T> reach(Reach reach, Function<McpTarget, Uni<T>> work) {
    return switch (reach.connector().signIn()) {
      case NONE -> work.apply(target(reach, null));
      case BEARER, HEADER -> withSecret(reach, work);
      case OAUTH -> withTokens(reach, work);
    };
  }

  /** The header that a sign-in asks for; null if it asks for none. */
  public static @Nullable Credential credential(
      SignIn signIn, @Nullable String secret, @Nullable String headerName) {
    return switch (signIn) {
      case NONE, OAUTH -> null;
      case BEARER -> secret == null ? null : bearer(secret);
      case HEADER ->
          secret == null || headerName == null ? null : new Credential(headerName, secret);
    };
  }

  private <T> Uni<T> withSecret(Reach reach, Function<McpTarget, Uni<T>> work) {
    Connection connection = reach.connection();
    return connection
        .secret()
        .map(sealed -> secrets.open(sealed, connection.id()))
        .map(secret ->
            credential(reach.connector().signIn(), secret, reach.connector().headerName()))
        .map(credential -> work.apply(target(reach, credential)))
        .orElseGet(() -> Uni.createFrom().failure(notSignedIn()));
  }

  /** Tokens that the server did not take are not tried again: that would help nobody. */
  private <T> Uni<T> withTokens(Reach reach, Function<McpTarget, Uni<T>> work) {
    ConnectionState state = reach.connection().standing().state();
    if (state == ConnectionState.NEEDS_SIGN_IN || state == ConnectionState.REVOKED) {
      return Uni.createFrom().failure(notSignedIn());
    }
    return keeper
        .current(reach.connection())
        .map(found -> found.orElseThrow(Targets::notSignedIn))
        .chain(tokens -> withTokens(reach, tokens, work))
        .onFailure(AuthorizationException.class)
        .transform(e -> new McpException(named(((AuthorizationException) e).failure())));
  }

  private <T> Uni<T> withTokens(Reach reach, TokenSet tokens, Function<McpTarget, Uni<T>> work) {
    return work.apply(target(reach, bearer(tokens.accessToken())))
        .onFailure(failure -> isUnauthorized(failure) && tokens.renewable())
        .recoverWithUni(() -> once(reach, tokens, work))
        .onFailure(Targets::isForbidden)
        .recoverWithUni(failure -> wider(reach, tokens, (McpException) failure));
  }

  private <T> Uni<T> once(Reach reach, TokenSet rejected, Function<McpTarget, Uni<T>> work) {
    return keeper
        .after(reach.connection(), rejected)
        .chain(newer -> work.apply(target(reach, bearer(newer.accessToken()))));
  }

  /** More scope helps only where it was not asked for before: else there is no end to asking. */
  private <T> Uni<T> wider(Reach reach, TokenSet tokens, McpException refusal) {
    String header = ((McpFailure.Forbidden) refusal.failure()).challenge();
    Challenge challenge = Challenge.of(header);
    List<String> missing = tokens.missing(challenge.scope());
    if (!challenge.wantsMoreScope() || missing.isEmpty()) {
      return Uni.createFrom().failure(refusal);
    }
    return store
        .want(reach.connection(), missing)
        .chain(() -> Uni.createFrom().failure(new McpException(new McpFailure.MoreScope(missing))));
  }

  private static McpTarget target(Reach reach, @Nullable Credential credential) {
    Connection connection = reach.connection();
    return new McpTarget(
        connection.id(), connection.generation(), reach.connector().endpoint(), credential);
  }

  private static Credential bearer(String token) {
    return new Credential("Authorization", "Bearer " + token);
  }

  private static boolean isUnauthorized(Throwable failure) {
    return failure instanceof McpException e && e.failure() instanceof McpFailure.Unauthorized;
  }

  private static boolean isForbidden(Throwable failure) {
    return failure instanceof McpException e && e.failure() instanceof McpFailure.Forbidden;
  }

  private static McpException notSignedIn() {
    return new McpException(new McpFailure.Unauthorized(null));
  }

  private static McpFailure named(AuthorizationFailure failure) {
    return failure.isOutage()
        ? new McpFailure.Unreachable("cannot be signed in to right now")
        : new McpFailure.Unauthorized(
            "Bearer error_description=\"" + failure.words().replaceAll("[\"\\\\]", "'") + "\"");
  }
}
