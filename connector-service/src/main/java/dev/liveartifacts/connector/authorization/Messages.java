package dev.liveartifacts.connector.authorization;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.liveartifacts.connector.egress.Outgoing;
import dev.liveartifacts.connector.egress.WebAnswer;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.egress.WebRequest;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Carries the library's messages over our own way out. */
final class Messages {
  private Messages() {}

  static Uni<HTTPResponse> send(Outgoing web, HTTPRequest message) {
    return web.send(request(message))
        .onFailure(WebFailure.class)
        .transform(failure ->
            AuthorizationException.unreachable(
                "The sign-in server " + ((WebFailure) failure).reason() + "."))
        .map(Messages::response);
  }

  private static WebRequest request(HTTPRequest message) {
    Map<String, String> headers = new HashMap<>();
    message.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.put("Accept", "application/json");
    String body = message.getBody() == null ? "" : message.getBody();
    return new WebRequest(
        message.getMethod().name(),
        message.getURI(),
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static HTTPResponse response(WebAnswer answer) {
    if (answer.status() >= 500 || answer.status() == 429) {
      throw AuthorizationException.unreachable(
          "The sign-in server has a problem of its own (HTTP " + answer.status() + ").");
    }
    HTTPResponse response = new HTTPResponse(answer.status());
    try {
      response.setContentType(answer.contentType().isEmpty() ? null : answer.contentType());
    } catch (ParseException e) {
      throw AuthorizationException.unusable("The sign-in server answers in an unknown form.");
    }
    response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
    return response;
  }
}
