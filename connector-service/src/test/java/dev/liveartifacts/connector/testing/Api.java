package dev.liveartifacts.connector.testing;

import static io.restassured.RestAssured.given;

import dev.liveartifacts.infra.Infra;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** The service as a person sees it over HTTP. */
public final class Api {
  private final String person;

  private Api(String person) {
    this.person = person;
  }

  public static Api as(String person) {
    return new Api(person);
  }

  public RequestSpecification request() {
    return given()
        .auth()
        .oauth2(Infra.shared().signIn().accessToken(person))
        .contentType(ContentType.JSON);
  }

  /** Adds a connector that needs no sign-in, and gives its id. */
  public String connect(String name, String endpoint, String scope) {
    JsonObject connector =
        new JsonObject()
            .put("name", name)
            .put("endpoint", endpoint)
            .put("scope", scope)
            .put("signIn", "none");
    return add(connector).then().statusCode(201).extract().path("id");
  }

  public Response add(JsonObject connector) {
    return request().body(connector.encode()).post("/api/connectors");
  }

  public Response call(String connectorId, String tool, JsonObject arguments, String freshness) {
    JsonObject call =
        new JsonObject()
            .put("artifactId", UUID.randomUUID().toString())
            .put("connectorId", connectorId)
            .put("tool", tool)
            .put("arguments", arguments)
            .put("freshness", freshness)
            .put("confirmed", true)
            .put("ownConnection", true);
    return request().body(call.encode()).post("/calls");
  }

  public Response call(String connectorId, String tool) {
    return call(connectorId, tool, new JsonObject(), "cached");
  }
}
