package dev.liveartifacts.infra.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What MCP clients expect of a sign-in server beside OpenID Connect: that they can register
 * themselves (RFC 7591), and that a token asked for a {@code resource} is for that alone (RFC
 * 8707).
 */
final class McpClients {
  private final JWK key;

  McpClients(JWK key) {
    this.key = key;
  }

  OAuth2HttpResponse answer(
      OAuth2HttpRequest request,
      Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> provider) {
    String path = request.getUrl().encodedPath();
    if (path.endsWith("/register") && request.getMethod().equals("POST")) {
      return registered(request);
    }
    if (path.endsWith("/logout-token") && request.getMethod().equals("POST")) {
      return logoutToken(request);
    }
    OAuth2HttpResponse response = provider.invoke(request);
    if (response.getStatus() != 200 || response.getBody() == null) {
      return response;
    }
    if (path.contains("/.well-known/")) {
      return described(response);
    }
    String resource = path.endsWith("/token") ? resource(request) : null;
    return resource == null ? response : addressed(response, resource);
  }

  /** Whoever asks is a client: on this machine there is nothing to protect from one. */
  private static OAuth2HttpResponse registered(OAuth2HttpRequest request) {
    Map<String, Object> client;
    try {
      client = JSONObjectUtils.parse(Objects.requireNonNullElse(request.getBody(), ""));
    } catch (ParseException malformed) {
      return answer(400, Map.of("error", "invalid_client_metadata"));
    }
    client.put("client_id", "mcp-" + UUID.randomUUID());
    client.put("token_endpoint_auth_method", "none");
    return answer(201, client);
  }

  /**
   * A logout token (OpenID Connect Back-Channel Logout 1.0) with the claims that a test wants in
   * it.
   */
  private OAuth2HttpResponse logoutToken(OAuth2HttpRequest request) {
    Instant now = Instant.now();
    String address = request.getUrl().toString();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(address.substring(0, address.lastIndexOf('/')))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .jwtID(UUID.randomUUID().toString());
    json(Objects.requireNonNullElse(request.getBody(), "{}")).forEach(claims::claim);
    return answer(200, Map.of("logout_token", signed(header(), claims.build())));
  }

  private JWSHeader header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .keyID(key.getKeyID())
        .type(new JOSEObjectType("logout+jwt"))
        .build();
  }

  private static OAuth2HttpResponse described(OAuth2HttpResponse response) {
    Map<String, Object> metadata = json(Objects.requireNonNull(response.getBody()));
    metadata.put("registration_endpoint", metadata.get("issuer") + "/register");
    metadata.put("code_challenge_methods_supported", List.of("S256"));
    metadata.put(
        "token_endpoint_auth_methods_supported",
        List.of("none", "client_secret_basic", "client_secret_post"));
    return answer(200, metadata);
  }

  private OAuth2HttpResponse addressed(OAuth2HttpResponse response, String resource) {
    Map<String, Object> tokens = json(Objects.requireNonNull(response.getBody()));
    tokens.put("access_token", addressed(String.valueOf(tokens.get("access_token")), resource));
    return answer(200, tokens);
  }

  private String addressed(String token, String resource) {
    try {
      SignedJWT before = SignedJWT.parse(token);
      return signed(
          before.getHeader(),
          new JWTClaimsSet.Builder(before.getJWTClaimsSet()).audience(resource).build());
    } catch (ParseException e) {
      throw new IllegalStateException("A token could not be made for " + resource, e);
    }
  }

  private String signed(JWSHeader header, JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key.toRSAKey()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
  }

  private static @Nullable String resource(OAuth2HttpRequest request) {
    return HttpUrl.get("http://localhost/?" + request.getBody()).queryParameter("resource");
  }

  private static Map<String, Object> json(String text) {
    try {
      return JSONObjectUtils.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("That is no JSON object", e);
    }
  }

  private static OAuth2HttpResponse answer(int status, Map<String, Object> json) {
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "application/json;charset=UTF-8"),
        status,
        JSONObjectUtils.toJSONString(json),
        null);
  }
}
