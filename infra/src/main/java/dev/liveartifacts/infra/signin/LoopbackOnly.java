package dev.liveartifacts.infra.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server under the sign-in server. It answers only for a loopback host name and sends
 * nobody to another machine: a page elsewhere that rebinds its DNS name to this port gets nothing.
 */
final class LoopbackOnly implements OAuth2HttpServer {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1");
  private static final int LARGEST_BODY = 1 << 20;

  private final McpClients clients;
  private final HttpServer server;

  LoopbackOnly(McpClients clients) throws IOException {
    this.clients = clients;
    server = HttpServer.create();
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
  }

  @Override
  public OAuth2HttpServer start(
      Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> requestHandler) {
    return start(0, requestHandler);
  }

  @Override
  public OAuth2HttpServer start(
      int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> requestHandler) {
    return start(InetAddress.getLoopbackAddress(), port, requestHandler);
  }

  @Override
  public OAuth2HttpServer start(
      InetAddress address,
      int port,
      Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> requestHandler) {
    try {
      server.createContext("/", exchange -> answer(exchange, requestHandler));
      server.bind(new InetSocketAddress(address, port), 0);
      server.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("The sign-in server could not bind port " + port, e);
    }
  }

  @Override
  public OAuth2HttpServer stop() {
    server.stop(0);
    return this;
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public HttpUrl url(String path) {
    return HttpUrl.get("http://localhost:" + port() + (path.startsWith("/") ? path : "/" + path));
  }

  @Override
  public @Nullable Ssl sslConfig() {
    return null;
  }

  private void answer(
      HttpExchange exchange, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler)
      throws IOException {
    try (exchange) {
      HttpUrl url = HttpUrl.parse("http://" + host(exchange) + exchange.getRequestURI());
      OAuth2HttpResponse response =
          url != null && stays(url) ? clients.answer(request(exchange, url), handler) : refusal();
      send(exchange, response);
    }
  }

  private static OAuth2HttpRequest request(HttpExchange exchange, HttpUrl url) throws IOException {
    Headers.Builder headers = new Headers.Builder();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    return new OAuth2HttpRequest(
        headers.build(),
        exchange.getRequestMethod(),
        url,
        new String(body, StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, OAuth2HttpResponse response) throws IOException {
    byte[] body = body(response);
    for (Map.Entry<String, List<String>> header : response.getHeaders().toMultimap().entrySet()) {
      exchange.getResponseHeaders().put(header.getKey(), header.getValue());
    }
    exchange.getResponseHeaders().remove("content-length");
    exchange.sendResponseHeaders(response.getStatus(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] body(OAuth2HttpResponse response) {
    String text = response.getBody();
    byte[] bytes = response.getBytesBody();
    if (text != null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    return bytes == null ? new byte[0] : bytes;
  }

  private static boolean stays(HttpUrl url) {
    return HOSTS.contains(url.host())
        && leadsHome(url.queryParameter("redirect_uri"))
        && leadsHome(url.queryParameter("post_logout_redirect_uri"));
  }

  private static String host(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
  }

  private static boolean leadsHome(@Nullable String address) {
    try {
      return address == null || HOSTS.contains(String.valueOf(URI.create(address).getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static OAuth2HttpResponse refusal() {
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "text/plain; charset=utf-8"),
        403,
        "This sign-in server is for this machine alone.",
        null);
  }
}
