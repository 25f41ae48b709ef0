package dev.liveartifacts.connector.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A person's browser on its way through a connector's sign-in. */
public final class SignInBrowser {
  private final String person;

  private SignInBrowser(String person) {
    this.person = person;
  }

  public static SignInBrowser of(String person) {
    return new SignInBrowser(person);
  }

  /** The whole way; gives the query of the app's page at its end. */
  public Map<String, String> signIn(String connectorId) {
    String location = begin(connectorId);
    return location.contains("/signed-in") ? query(location) : comeBack(consent(location));
  }

  /** Where the application sends the browser. */
  public String begin(String connectorId) {
    return Api.as(person)
        .request()
        .redirects()
        .follow(false)
        .get("/api/connectors/" + connectorId + "/signin")
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  /** Where the sign-in server sends it back to. */
  public String consent(String location) {
    Response answer =
        given().redirects().follow(false).urlEncodingEnabled(false).get(URI.create(location));
    return answer.then().statusCode(302).extract().header("Location");
  }

  /** What the application's own page is told. */
  public Map<String, String> comeBack(String location) {
    URI back = URI.create(location);
    String answer =
        Api.as(person)
            .request()
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .get(back.getRawPath() + "?" + back.getRawQuery())
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    return query(answer);
  }

  public static Map<String, String> query(String location) {
    return Arrays.stream(URI.create(location).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
