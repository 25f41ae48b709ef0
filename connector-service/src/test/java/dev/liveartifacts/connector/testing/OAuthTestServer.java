package dev.liveartifacts.connector.testing;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server that keeps the rules: PKCE, redirect addresses, resources, codes and
 * refresh tokens that work once. Everybody who comes is signed in at once. Refusing a test's wish
 * to break a rule is left to the test: what it answers can be bent. Stands before MCP servers too.
 */
public final class OAuthTestServer implements AutoCloseable {
  /** What a code or a token stands for. */
  private record Grant(
      String clientId, String redirect, String resource, String scope, String pkce) {}

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final String path;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> access = new ConcurrentHashMap<>();
  private final Map<String, Grant> refresh = new ConcurrentHashMap<>();
  private final Set<String> clients = ConcurrentHashMap.newKeySet();
  private final Map<String, Consumer<HttpServerRequest>> scripts = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<MultiMap> tokenRequests = new CopyOnWriteArrayList<>();
  private final List<String> revoked = new CopyOnWriteArrayList<>();
  private final AtomicInteger renewals = new AtomicInteger();
  private volatile UnaryOperator<JsonObject> metadata = UnaryOperator.identity();
  private volatile Function<MultiMap, @Nullable String> issuerInAnswer = query -> null;
  private volatile @Nullable String denial;
  private volatile @Nullable String granted;
  private volatile int lifetime = 3600;
  private volatile long renewalMillis;

  public OAuthTestServer() {
    this("");
  }

  /**
   * @param path of the issuer, for instance {@code /tenant}
   */
  public OAuthTestServer(String path) {
    this.path = path;
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> serve(request, body)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public String origin() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  public String issuer() {
    return origin() + path;
  }

  /** Puts the server's tokens before an MCP server, which says so the way of RFC 9728. */
  public void protect(McpTestServer mcp, String scope) {
    mcp.guardedBy(request -> refusal(request, mcp, scope));
    String origin = "/.well-known/oauth-protected-resource";
    describe(origin + "/" + mcp.port(), mcp.endpoint(), scope);
  }

  private Optional<McpTestServer.Refusal> refusal(
      HttpServerRequest request, McpTestServer mcp, String scope) {
    String header = String.valueOf(request.getHeader("Authorization"));
    String place = origin() + "/.well-known/oauth-protected-resource/" + mcp.port();
    Grant grant = access.get(header.replaceFirst("^Bearer ", ""));
    String challenge = "Bearer resource_metadata=\"" + place + "\", scope=\"" + scope + "\"";
    if (grant == null || !grant.resource().equals(mcp.endpoint())) {
      String error = header.equals("null") ? "" : ", error=\"invalid_token\"";
      return Optional.of(new McpTestServer.Refusal(401, challenge + error + described(error)));
    }
    return List.of(grant.scope().split(" ")).containsAll(List.of(scope.split(" ")))
        ? Optional.empty()
        : Optional.of(new McpTestServer.Refusal(403, challenge + ", error=\"insufficient_scope\""));
  }

  private static String described(String error) {
    return error.isEmpty() ? "" : ", error_description=\"The token was ended by an administrator\"";
  }

  /** Serves protected-resource metadata. */
  public void describe(String place, String resource, String scope) {
    JsonObject document =
        new JsonObject()
            .put("resource", resource)
            .put("authorization_servers", new JsonArray().add(issuer()));
    if (!scope.isEmpty()) {
      document.put("scopes_supported", new JsonArray(List.of(scope.split(" "))));
    }
    at(place, request -> json(request, 200, document));
  }

  /** Answers a path by hand. */
  public OAuthTestServer at(String place, Consumer<HttpServerRequest> script) {
    scripts.put(place, script);
    return this;
  }

  public OAuthTestServer describedAs(UnaryOperator<JsonObject> change) {
    metadata = change;
    return this;
  }

  /** What the answer to a sign-in carries as {@code iss}. */
  public OAuthTestServer answeringAs(@Nullable String issuer) {
    issuerInAnswer = query -> issuer;
    return this;
  }

  /** Says no to every sign-in; null ends that. */
  public OAuthTestServer denying(@Nullable String error) {
    denial = error;
    return this;
  }

  /** Grants these scopes, whatever is asked for; null ends that. */
  public OAuthTestServer granting(@Nullable String scope) {
    granted = scope;
    return this;
  }

  public OAuthTestServer tokensLive(int seconds) {
    lifetime = seconds;
    return this;
  }

  public OAuthTestServer renewingSlowly(long millis) {
    renewalMillis = millis;
    return this;
  }

  /** Ends all tokens, as an administrator does. */
  public void endEverything() {
    access.clear();
    refresh.clear();
  }

  /** Ends access tokens only. */
  public void endAccess() {
    access.clear();
  }

  public void forgetClients() {
    clients.clear();
  }

  public int renewals() {
    return renewals.get();
  }

  /** Paths in the order in which they were asked for. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public List<MultiMap> tokenRequests() {
    return List.copyOf(tokenRequests);
  }

  public List<String> revoked() {
    return List.copyOf(revoked);
  }

  public long registrations() {
    return asked.stream().filter("/register"::equals).count();
  }

  private void serve(HttpServerRequest request, Buffer body) {
    asked.add(String.valueOf(request.path()));
    Consumer<HttpServerRequest> script = scripts.get(String.valueOf(request.path()));
    if (script != null) {
      script.accept(request);
      return;
    }
    switch (String.valueOf(request.path()).startsWith("/.well-known/")
        ? "metadata"
        : String.valueOf(request.path())) {
      case "metadata" -> metadata(request);
      case "/register" -> register(request, new JsonObject(body));
      case "/authorize" -> authorize(request);
      case "/token" -> token(request, form(body));
      case "/revoke" -> revoke(request, form(body));
      default -> request.response().setStatusCode(404).end();
    }
  }

  private void metadata(HttpServerRequest request) {
    if (!String.valueOf(request.path()).equals("/.well-known/oauth-authorization-server" + path)) {
      request.response().setStatusCode(404).end();
      return;
    }
    JsonObject document =
        new JsonObject()
            .put("issuer", issuer())
            .put("authorization_endpoint", origin() + "/authorize")
            .put("token_endpoint", origin() + "/token")
            .put("registration_endpoint", origin() + "/register")
            .put("revocation_endpoint", origin() + "/revoke")
            .put("response_types_supported", new JsonArray().add("code"))
            .put("code_challenge_methods_supported", new JsonArray().add("S256"));
    json(request, 200, metadata.apply(document));
  }

  private void register(HttpServerRequest request, JsonObject wanted) {
    String id = "client-" + UUID.randomUUID();
    clients.add(id);
    json(
        request,
        201,
        wanted
            .copy()
            .put("client_id", id)
            .put("client_secret", "secret-of-" + id)
            .put("client_secret_expires_at", 0));
  }

  /** Adds a client as an administrator does by hand. */
  public void know(String clientId) {
    clients.add(clientId);
  }

  private void authorize(HttpServerRequest request) {
    MultiMap query = request.params();
    String redirect = String.valueOf(query.get("redirect_uri"));
    String answer = "state=" + encoded(String.valueOf(query.get("state")));
    String issuer = issuerInAnswer.apply(query);
    if (issuer != null) {
      answer += "&iss=" + encoded(issuer);
    }
    if (denial != null) {
      answer += "&error=" + denial + "&error_description=Not+today";
    } else if (!clients.contains(String.valueOf(query.get("client_id")))
        || !"S256".equals(String.valueOf(query.get("code_challenge_method")))) {
      request.response().setStatusCode(400).end("Unknown client, or no PKCE");
      return;
    } else {
      String code = UUID.randomUUID().toString();
      codes.put(
          code,
          new Grant(
              String.valueOf(query.get("client_id")),
              redirect,
              String.valueOf(query.get("resource")),
              granted != null
                  ? granted
                  : query.contains("scope") ? String.valueOf(query.get("scope")) : "",
              String.valueOf(query.get("code_challenge"))));
      answer += "&code=" + code;
    }
    request
        .response()
        .setStatusCode(302)
        .putHeader("Location", redirect + (redirect.contains("?") ? "&" : "?") + answer)
        .end();
  }

  private void token(HttpServerRequest request, MultiMap form) {
    tokenRequests.add(form);
    if (!clients.contains(clientOf(request, form))) {
      json(request, 401, new JsonObject().put("error", "invalid_client"));
    } else if ("refresh_token".equals(form.get("grant_type"))) {
      renewals.incrementAndGet();
      if (renewalMillis == 0) {
        renew(request, form);
      } else {
        vertx.setTimer(renewalMillis, timer -> renew(request, form));
      }
    } else {
      Grant grant = codes.remove(String.valueOf(form.get("code")));
      boolean good =
          grant != null
              && grant.redirect().equals(form.get("redirect_uri"))
              && grant.resource().equals(form.get("resource"))
              && grant.pkce().equals(challenge(String.valueOf(form.get("code_verifier"))));
      give(request, good ? grant : null);
    }
  }

  private void renew(HttpServerRequest request, MultiMap form) {
    give(request, refresh.remove(String.valueOf(form.get("refresh_token"))));
  }

  private void give(HttpServerRequest request, @Nullable Grant grant) {
    if (grant == null) {
      JsonObject refusal =
          new JsonObject().put("error", "invalid_grant").put("error_description", "No such grant");
      json(request, 400, refusal);
      return;
    }
    String token = "access-" + UUID.randomUUID();
    String next = "refresh-" + UUID.randomUUID();
    access.put(token, grant);
    refresh.put(next, grant);
    JsonObject answer =
        new JsonObject()
            .put("access_token", token)
            .put("token_type", "Bearer")
            .put("refresh_token", next)
            .put("expires_in", lifetime);
    json(request, 200, grant.scope().isEmpty() ? answer : answer.put("scope", grant.scope()));
  }

  private void revoke(HttpServerRequest request, MultiMap form) {
    revoked.add(String.valueOf(form.get("token")));
    access.remove(String.valueOf(form.get("token")));
    refresh.remove(String.valueOf(form.get("token")));
    request.response().end();
  }

  private static String clientOf(HttpServerRequest request, MultiMap form) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return String.valueOf(form.get("client_id"));
    }
    String both =
        new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    return URLDecoder.decode(both.split(":", 2)[0], StandardCharsets.UTF_8);
  }

  private static MultiMap form(Buffer body) {
    MultiMap form = MultiMap.caseInsensitiveMultiMap();
    for (String pair : body.toString().split("&")) {
      String[] both = pair.split("=", 2);
      form.add(
          URLDecoder.decode(both[0], StandardCharsets.UTF_8),
          both.length == 1 ? "" : URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void json(HttpServerRequest request, int status, JsonObject document) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(document.encode());
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
