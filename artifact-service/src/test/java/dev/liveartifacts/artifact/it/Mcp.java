package dev.liveartifacts.artifact.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A client of our MCP server that has signed in as a person. */
final class Mcp {
  private Mcp() {}

  static ValidatableResponse call(
      RunningService service, String person, String tool, Map<String, ?> arguments) {
    return client(service, person)
        .body(request("tools/call", Map.of("name", tool, "arguments", arguments)))
        .post("/mcp")
        .then()
        .statusCode(200);
  }

  static RequestSpecification client(RunningService service, String person) {
    String resource = service.app + "/mcp";
    return given()
        .baseUri(service.app.toString())
        .header("Authorization", "Bearer " + service.infra.signIn().accessToken(person, resource))
        .header("MCP-Protocol-Version", "2025-11-25")
        .header("Accept", "application/json, text/event-stream")
        .contentType(ContentType.JSON);
  }

  static Map<String, Object> request(String method, Map<String, ?> params) {
    return Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params);
  }
}
