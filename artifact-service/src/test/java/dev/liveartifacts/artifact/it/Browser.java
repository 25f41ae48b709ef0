package dev.liveartifacts.artifact.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** As much of a browser as signing in needs: cookies, and redirects followed one by one. */
final class Browser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI app;

  Browser(URI app) {
    this.app = app;
  }

  /** Signs in and returns where that led. */
  String signIn(String person, String to) {
    HttpResponse<String> toServer =
        get("/signin?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    String form = location(toServer);
    HttpResponse<String> signedIn =
        send(
            HttpRequest.newBuilder(URI.create(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + person)));
    String next = location(signedIn);
    while (next.startsWith(app + "/signin")) {
      next = location(send(HttpRequest.newBuilder(URI.create(next))));
    }
    return next;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(app.resolve(path)).header("Sec-Fetch-Site", "same-origin"));
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(app.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> delete(String path) {
    return send(
        HttpRequest.newBuilder(app.resolve(path)).header("Sec-Fetch-Site", "same-origin").DELETE());
  }

  /** As a thief would take them. */
  String cookieHeader() {
    return cookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .map(to -> response.uri().resolve(to).toString())
        .orElseThrow(() -> new AssertionError("No redirect: " + response + " " + response.body()));
  }
}
