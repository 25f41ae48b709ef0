package dev.liveartifacts.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An MCP client as people have one on their machine: it knows one address, registers itself, has
 * its person sign in, and calls tools with the token that it was given.
 */
final class McpClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern METADATA = Pattern.compile("resource_metadata=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final URI endpoint;
  private final String token;

  private McpClient(URI endpoint, String token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * Everything that follows from a first request without a token.
   *
   * @param person what the client's person does at the sign-in server
   */
  static McpClient signedIn(String address, BrowserContext browser, Consumer<Page> person)
      throws Exception {
    URI endpoint = URI.create(address);
    HttpResponse<String> refused = send(request(endpoint).POST(BodyPublishers.ofString("{}")));
    Matcher metadata =
        METADATA.matcher(refused.headers().firstValue("WWW-Authenticate").orElse(""));
    if (refused.statusCode() != 401 || !metadata.find()) {
      throw new AssertionError("No challenge, but " + refused.statusCode());
    }
    JsonNode resource = get(metadata.group(1));
    String issuer = resource.get("authorization_servers").get(0).asText();
    JsonNode server = get(issuer + "/.well-known/openid-configuration");
    return new McpClient(endpoint, token(server, resource, browser, person));
  }

  JsonNode call(String tool, Map<String, ?> arguments) {
    Map<String, Object> params = Map.of("name", tool, "arguments", arguments);
    HttpResponse<String> answer =
        send(
            request(endpoint)
                .header("Authorization", "Bearer " + token)
                .header("MCP-Protocol-Version", "2025-11-25")
                .POST(
                    json(
                        Map.of(
                            "jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", params))));
    JsonNode result = read(answer).path("result");
    if (result.isMissingNode() || result.path("isError").asBoolean()) {
      throw new AssertionError(tool + ": " + answer.body());
    }
    return result;
  }

  private static String token(
      JsonNode server, JsonNode metadata, BrowserContext browser, Consumer<Page> person)
      throws Exception {
    String resource = metadata.get("resource").asText();
    String scopes =
        metadata
            .get("scopes_supported")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(" "));
    CompletableFuture<String> returned = new CompletableFuture<>();
    HttpServer door =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    door.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
          Matcher code = CODE.matcher(exchange.getRequestURI().toString());
          if (code.find()) {
            returned.complete(code.group(1));
          }
        });
    door.start();
    try {
      String redirect = "http://127.0.0.1:%d/done".formatted(door.getAddress().getPort());
      String client =
          read(send(
                  request(URI.create(server.get("registration_endpoint").asText()))
                      .POST(
                          json(
                              Map.of(
                                  "client_name",
                                  "A client of the tests",
                                  "redirect_uris",
                                  List.of(redirect),
                                  "token_endpoint_auth_method",
                                  "none",
                                  "scope",
                                  scopes)))))
              .get("client_id")
              .asText();
      String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
      Page page = browser.newPage();
      page.navigate(
          server.get("authorization_endpoint").asText()
              + "?"
              + form(
                  Map.of(
                      "response_type",
                      "code",
                      "client_id",
                      client,
                      "redirect_uri",
                      redirect,
                      "scope",
                      scopes,
                      "state",
                      "s",
                      "code_challenge",
                      challenge(verifier),
                      "code_challenge_method",
                      "S256",
                      "resource",
                      resource)));
      person.accept(page);
      String code = returned.get(30, TimeUnit.SECONDS);
      page.close();
      String body =
          form(
              Map.of(
                  "grant_type", "authorization_code",
                  "code", code,
                  "client_id", client,
                  "redirect_uri", redirect,
                  "code_verifier", verifier,
                  "resource", resource));
      return read(send(
              HttpRequest.newBuilder(URI.create(server.get("token_endpoint").asText()))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(body))))
          .get("access_token")
          .asText();
    } finally {
      door.stop(0);
    }
  }

  private static String challenge(String verifier) throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode get(String address) {
    return read(send(request(URI.create(address)).GET()));
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "application/json, text/event-stream")
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher json(Object value) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      if (answer.statusCode() >= 300) {
        throw new AssertionError(
            answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }
}
