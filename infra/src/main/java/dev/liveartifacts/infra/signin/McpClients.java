package dev.liveartifacts.infra.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
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
      SignedJWT after =
          new SignedJWT(
              before.getHeader(),
              new JWTClaimsSet.Builder(before.getJWTClaimsSet()).audience(resource).build());
      after.sign(new RSASSASigner(key.toRSAKey()));
      return after.serialize();
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("A token could not be made for " + resource, e);
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
