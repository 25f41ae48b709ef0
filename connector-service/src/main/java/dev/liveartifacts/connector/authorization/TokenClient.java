package dev.liveartifacts.connector.authorization;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.liveartifacts.connector.egress.Outgoing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Redeems codes, renews tokens (RFC 6749) and ends them (RFC 7009). Fails with {@link
 * AuthorizationException}.
 */
public final class TokenClient {
  private final Outgoing web;
  private final Clock clock;
  private final Duration ahead;

  /**
   * @param ahead how long before its end an access token is renewed; a short-lived one later
   */
  public TokenClient(Outgoing web, Clock clock, Duration ahead) {
    this.web = web;
    this.clock = clock;
    this.ahead = ahead;
  }

  public Uni<TokenSet> redeem(SignInAttempt attempt, Callback callback) {
    return Uni.createFrom()
        .item(() -> request(attempt, callback.codeFor(attempt)))
        .chain(request -> Messages.send(web, request))
        .map(answer -> tokens(attempt, granted(answer)));
  }

  /** Newer tokens. A server that rotates refresh tokens takes the old one once. */
  public Uni<TokenSet> renew(TokenSet old) {
    if (old.refreshToken() == null) {
      return Uni.createFrom()
          .failure(AuthorizationException.unusable("There is no token to renew with."));
    }
    AuthorizationGrant grant = new RefreshTokenGrant(new RefreshToken(old.refreshToken()));
    HTTPRequest request = request(old.tokenEndpoint(), old.client(), grant, old.resource());
    return Messages.send(web, request).map(answer -> renewed(old, granted(answer)));
  }

  /** Ends both tokens at their server, if it has a way to. */
  public Uni<Void> revoke(TokenSet tokens) {
    URI endpoint = tokens.revocationEndpoint();
    if (endpoint == null) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .items(() -> held(tokens))
        .onItem()
        .transformToUniAndConcatenate(token -> revoke(endpoint, tokens.client(), token))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Stream<Token> held(TokenSet tokens) {
    return Stream.concat(
        Optional.ofNullable(tokens.refreshToken()).<Token>map(RefreshToken::new).stream(),
        Stream.of(new BearerAccessToken(tokens.accessToken())));
  }

  private Uni<HTTPResponse> revoke(URI endpoint, OAuthClient client, Token token) {
    TokenRevocationRequest request =
        client
            .authentication()
            .map(proof -> new TokenRevocationRequest(endpoint, proof, token))
            .orElseGet(() -> new TokenRevocationRequest(endpoint, client.clientId(), token));
    return Messages.send(web, request.toHTTPRequest());
  }

  private static HTTPRequest request(SignInAttempt attempt, String code) {
    AuthorizationGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code),
            attempt.redirectUri(),
            new CodeVerifier(attempt.verifier()));
    return request(attempt.tokenEndpoint(), attempt.client(), grant, attempt.resource());
  }

  private static HTTPRequest request(
      URI endpoint, OAuthClient client, AuthorizationGrant grant, String resource) {
    return client
        .authentication()
        .map(proof -> new TokenRequest.Builder(endpoint, proof, grant))
        .orElseGet(() -> new TokenRequest.Builder(endpoint, client.clientId(), grant))
        .resource(URI.create(resource))
        .build()
        .toHTTPRequest();
  }

  private static Tokens granted(HTTPResponse answer) {
    try {
      TokenResponse response = TokenResponse.parse(answer);
      if (!response.indicatesSuccess()) {
        throw denied(response.toErrorResponse().getErrorObject(), answer.getStatusCode());
      }
      Tokens tokens = response.toSuccessResponse().getTokens();
      requireBearer(tokens.getAccessToken());
      return tokens;
    } catch (ParseException e) {
      throw AuthorizationException.unusable(
          "The sign-in server's answer holds no token (HTTP " + answer.getStatusCode() + ").");
    }
  }

  private static void requireBearer(AccessToken token) {
    if (!AccessTokenType.BEARER.equals(token.getType())) {
      throw AuthorizationException.unusable(
          "The sign-in server gives tokens of another kind than bearer tokens.");
    }
  }

  private static AuthorizationException denied(@Nullable ErrorObject error, int status) {
    String code = error == null || error.getCode() == null ? "HTTP " + status : error.getCode();
    return new AuthorizationException(
        new AuthorizationFailure.Denied(code, error == null ? null : error.getDescription()));
  }

  private TokenSet tokens(SignInAttempt attempt, Tokens tokens) {
    return new TokenSet(
        attempt.client(),
        attempt.tokenEndpoint(),
        attempt.revocationEndpoint(),
        attempt.resource(),
        scopes(tokens, attempt.scopes()),
        attempt.scopes(),
        tokens.getAccessToken().getValue(),
        refreshToken(tokens, null),
        renewal(tokens),
        end(tokens));
  }

  private TokenSet renewed(TokenSet old, Tokens tokens) {
    return new TokenSet(
        old.client(),
        old.tokenEndpoint(),
        old.revocationEndpoint(),
        old.resource(),
        scopes(tokens, old.scopes()),
        old.asked(),
        tokens.getAccessToken().getValue(),
        refreshToken(tokens, old.refreshToken()),
        renewal(tokens),
        end(tokens));
  }

  private static List<String> scopes(Tokens tokens, List<String> asked) {
    Scope granted = tokens.getAccessToken().getScope();
    return granted == null ? asked : Scopes.valid(granted.toStringList().stream());
  }

  private static @Nullable String refreshToken(Tokens tokens, @Nullable String old) {
    return tokens.getRefreshToken() == null ? old : tokens.getRefreshToken().getValue();
  }

  private @Nullable Instant renewal(Tokens tokens) {
    Instant end = end(tokens);
    long quarter = tokens.getAccessToken().getLifetime() / 4;
    return end == null ? null : end.minusSeconds(Math.min(quarter, ahead.toSeconds()));
  }

  private @Nullable Instant end(Tokens tokens) {
    long seconds = tokens.getAccessToken().getLifetime();
    return seconds <= 0 ? null : clock.instant().plusSeconds(seconds);
  }
}
