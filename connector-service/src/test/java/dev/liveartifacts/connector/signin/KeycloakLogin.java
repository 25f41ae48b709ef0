package dev.liveartifacts.connector.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at Keycloak's own pages, with a browser's cookies: logs in and consents. */
final class KeycloakLogin implements AutoCloseable {
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([^\"]+)\"");
  private static final int STEPS = 10;

  private final HttpClient web = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** Where Keycloak sends the browser when it is done. */
  URI back(String location) {
    URI start = URI.create(location);
    URI at = start;
    HttpResponse<String> page = get(at);
    for (int step = 0; step < STEPS; step++) {
      Optional<String> next = page.headers().firstValue("Location");
      if (next.isPresent()) {
        at = at.resolve(next.get());
        if (!at.getAuthority().equals(start.getAuthority())) {
          return at;
        }
        page = get(at);
      } else {
        at = at.resolve(found(FORM, page).replace("&amp;", "&"));
        page = post(at, filledIn(page));
      }
    }
    throw new AssertionError("Not done, but at " + at);
  }

  private static String filledIn(HttpResponse<String> page) {
    return page.body().contains("name=\"password\"")
        ? "username=" + KeycloakRealm.USER + "&password=" + KeycloakRealm.PASSWORD
        : "accept=Yes&code=" + URLEncoder.encode(found(CODE, page), StandardCharsets.UTF_8);
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    Matcher matcher = pattern.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError(
          "No " + pattern + " at " + page.uri() + ": " + page.statusCode() + " " + page.body());
    }
    return matcher.group(1);
  }

  private HttpResponse<String> get(URI place) {
    return send(HttpRequest.newBuilder(place).GET());
  }

  private HttpResponse<String> post(URI place, String form) {
    return send(
        HttpRequest.newBuilder(place)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    request.timeout(Duration.ofSeconds(30));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer = web.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new AssertionError("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String cookie) {
    String[] both = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(both[0]);
    } else {
      cookies.put(both[0], both[1]);
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
