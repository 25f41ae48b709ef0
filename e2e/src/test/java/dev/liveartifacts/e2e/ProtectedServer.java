package dev.liveartifacts.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server with one tool, behind an authorization server of its own: somebody else's service
 * that a person signs in to. The person agrees or not by a link.
 */
final class ProtectedServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOOLS =
      """
      {"tools":[{"name":"list_orders","description":"Orders, the newest first.","annotations":{"readOnlyHint":true},
        "inputSchema":{"type":"object","properties":{"region":{"type":"string","enum":["EMEA","APAC"]}},"required":["region"]}}]}
      """;
  private static final String ORDERS =
      """
      {"content":[{"type":"text","text":"2 orders"}],"structuredContent":{"orders":[
        {"id":"O-1001","amount":120.5,"customer":"Northwind"},{"id":"O-1002","amount":80,"customer":null}]}}
      """;

  private final HttpServer server;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final List<String> revoked = new ArrayList<>();

  private ProtectedServer(HttpServer server) {
    this.server = server;
  }

  static ProtectedServer start() {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      ProtectedServer server = new ProtectedServer(http);
      http.createContext("/", server::answer);
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String endpoint() {
    return origin() + "/mcp";
  }

  /** Forgets every token, as an administrator of the service would. */
  void signOutEverybody() {
    tokens.clear();
  }

  List<String> revoked() {
    return List.copyOf(revoked);
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.startsWith("/.well-known/oauth-protected-resource")) {
        json(
            exchange,
            200,
            "{\"resource\":\"%s\",\"authorization_servers\":[\"%s\"]}"
                .formatted(endpoint(), origin()));
      } else if (path.startsWith("/.well-known/")) {
        json(exchange, 200, metadata());
      } else {
        switch (path) {
          case "/register" -> json(exchange, 201, registered(body));
          case "/authorize" -> consent(exchange);
          case "/token" -> json(exchange, 200, token());
          case "/revoke" -> revoke(exchange, body);
          default -> mcp(exchange, body);
        }
      }
    }
  }

  private String metadata() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "registration_endpoint":"%1$s/register","revocation_endpoint":"%1$s/revoke",
     "response_types_supported":["code"],"grant_types_supported":["authorization_code"],
     "code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":["none"],
     "authorization_response_iss_parameter_supported":true}
    """
        .formatted(origin());
  }

  private static String registered(String body) throws IOException {
    JsonNode asked = JSON.readTree(body);
    return JSON.writeValueAsString(
        Map.of(
            "client_id",
            "live-" + UUID.randomUUID(),
            "token_endpoint_auth_method",
            "none",
            "redirect_uris",
            asked.get("redirect_uris")));
  }

  private void consent(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String back =
        parameter(query, "redirect_uri")
            + "?state="
            + parameter(query, "state")
            + "&iss="
            + origin();
    html(
        exchange,
        """
        <!doctype html><html lang="en"><title>Orders Inc</title><h1>Orders Inc</h1>
        <a href="%s&code=%s">Allow</a> <a href="%s&error=access_denied&error_description=You+said+no">Deny</a>
        """
            .formatted(back, UUID.randomUUID(), back));
  }

  private String token() throws IOException {
    String token = UUID.randomUUID().toString();
    tokens.add(token);
    return JSON.writeValueAsString(
        Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600));
  }

  private void revoke(HttpExchange exchange, String body) throws IOException {
    revoked.add(parameter(body, "token"));
    json(exchange, 200, "{}");
  }

  private void mcp(HttpExchange exchange, String body) throws IOException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (bearer == null || !tokens.contains(bearer.replace("Bearer ", ""))) {
      exchange
          .getResponseHeaders()
          .set(
              "WWW-Authenticate",
              "Bearer resource_metadata=\"%s/.well-known/oauth-protected-resource/mcp\""
                  .formatted(origin()));
      json(exchange, 401, "{}");
      return;
    }
    JsonNode request = JSON.readTree(body);
    JsonNode id = request.get("id");
    if (id == null) {
      exchange.sendResponseHeaders(202, -1);
      return;
    }
    String result = result(request);
    if (result == null) {
      json(
          exchange,
          400,
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32601,\"message\":\"Unknown\"}}"
              .formatted(id));
    } else {
      json(exchange, 200, "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(id, result));
    }
  }

  private static @Nullable String result(JsonNode request) {
    return switch (request.get("method").asText()) {
      case "initialize" ->
          """
          {"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"Orders Inc","version":"1"}}
          """;
      case "tools/list" -> TOOLS;
      case "tools/call" -> ORDERS;
      case "ping" -> "{}";
      default -> null;
    };
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException(name + " is missing in " + query);
  }

  private static void html(HttpExchange exchange, String body) throws IOException {
    send(exchange, 200, "text/html", body);
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, "application/json", body);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
