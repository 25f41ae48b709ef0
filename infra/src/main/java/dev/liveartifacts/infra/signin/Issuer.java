package dev.liveartifacts.infra.signin;

import dev.liveartifacts.infra.process.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A running sign-in server, seen from outside; hands out tokens to tests and to the first set-up.
 */
public record Issuer(String url) {
  /** Any secret is accepted; a client still has to send one. */
  public static final String CLIENT_SECRET = "on-this-machine-only";

  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)");

  private static final Pattern LOGOUT_TOKEN =
      Pattern.compile("\"logout_token\"\\s*:\\s*\"([^\"]+)");

  /** An access token as the person gets by signing in to artifact-service, valid for an hour. */
  public String accessToken(Person person) {
    return accessToken(person.id());
  }

  /** The same by id: {@code ada}, {@code ben}, {@code cleo}, or a stranger who has no claims. */
  public String accessToken(String personId) {
    return token(Map.of("grant_type", "password", "username", personId, "password", "-"));
  }

  /** A person's token for one protected resource alone (RFC 8707). */
  public String accessToken(String personId, String resource) {
    return token(
        Map.of(
            "grant_type", "password", "username", personId, "password", "-", "resource", resource));
  }

  /** A service's own token: {@code sub} and {@code azp} are the client id. */
  public String clientToken(String clientId) {
    return token(Map.of("grant_type", "client_credentials", "scope", "live"), clientId);
  }

  /**
   * What the sign-in server says when it has ended somebody's session.
   *
   * @param claims as JSON, beside issuer, times and id
   */
  public String logoutToken(String claims) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/logout-token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(claims))
            .build();
    return found(LOGOUT_TOKEN, request);
  }

  private String token(Map<String, String> form) {
    return token(form, "artifact-service");
  }

  private String token(Map<String, String> form, String clientId) {
    String body =
        form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
            + "&client_id="
            + encoded(clientId)
            + "&client_secret="
            + encoded(CLIENT_SECRET);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return found(ACCESS_TOKEN, request);
  }

  private String found(Pattern pattern, HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      Matcher token = pattern.matcher(answer);
      if (!token.find()) {
        throw new PartFailure("The sign-in server gave no token: " + answer);
      }
      return token.group(1);
    } catch (IOException e) {
      throw new PartFailure("The sign-in server does not answer at " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailure("Interrupted while asking for a token", e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
