package dev.liveartifacts.infra.keycloak;

import dev.liveartifacts.infra.process.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Keycloak's administrator does, over its admin API. */
public final class RealmAdmin {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)");

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final String url;
  private final String user;
  private final String password;

  RealmAdmin(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /**
   * Reads.
   *
   * @param path below the realms, for example {@code /acme/users}
   */
  public String get(String path) {
    return send(request(path).GET());
  }

  /** Adds. */
  public void post(String path, String json) {
    send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Changes. */
  public void put(String path, String json) {
    send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Removes. */
  public void delete(String path) {
    send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/admin/realms" + path))
        .header("Authorization", "Bearer " + token())
        .header("Content-Type", "application/json");
  }

  private String token() {
    String form =
        "grant_type=password&client_id=admin-cli&username=" + user + "&password=" + password;
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    Matcher token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new PartFailure("Keycloak gave its administrator no token.");
    }
    return token.group(1);
  }

  private static String send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(LIMIT).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new PartFailure(
            request.method()
                + " "
                + request.uri().getPath()
                + " answered "
                + answer.statusCode()
                + " "
                + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new PartFailure("Keycloak does not answer at " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailure("Interrupted while asking Keycloak", e);
    }
  }
}
