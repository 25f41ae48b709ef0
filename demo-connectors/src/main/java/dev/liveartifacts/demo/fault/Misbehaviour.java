package dev.liveartifacts.demo.fault;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Acts a fault out. */
final class Misbehaviour {
  private static final int HUGE_CHARS = 20_000_000;

  private Misbehaviour() {}

  /** Takes the answer over; mode {@code ok} must not come here. */
  static void act(Fault fault, Message message, HttpServerResponse response) {
    switch (fault.mode()) {
      case OK -> throw new IllegalArgumentException("nothing to act out");
      case ERROR -> end(response, fault.status(), "text/plain", "Acme is having a bad day");
      case GARBAGE -> end(response, 200, "text/html", "<html><body>Not what you asked");
      case HUGE -> end(response, 200, "application/json", huge(message.id()));
      case UNAUTHORIZED -> unauthorized(response);
      case HANG -> {
        // the client has to give up
      }
    }
  }

  static void unauthorized(HttpServerResponse response) {
    response.putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    end(response, 401, "text/plain", "A valid bearer token is needed");
  }

  private static void end(HttpServerResponse response, int status, String type, String body) {
    if (!response.closed()) {
      response.setStatusCode(status).putHeader("Content-Type", type).end(body);
    }
  }

  private static String huge(@Nullable Object id) {
    JsonObject text = JsonObject.of("type", "text", "text", "x".repeat(HUGE_CHARS));
    return JsonObject.of(
            "jsonrpc", "2.0", "id", id, "result", JsonObject.of("content", JsonArray.of(text)))
        .encode();
  }
}
