package dev.liveartifacts.artifact.it;

import static io.restassured.RestAssured.given;

import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.InfraResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The service on real PostgreSQL, Redis, Kafka and sign-in, between two fakes. */
@WithTestResource(
    value = InfraResource.class,
    initArgs = {
      @ResourceArg(name = "postgres", value = "artifact"),
      @ResourceArg(name = "redis", value = "true"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "artifact-service")
    })
@WithTestResource(Neighbours.class)
class RunningService {
  static final UUID CRM = UUID.fromString("0b0e0000-0000-4000-8000-000000000001");
  static final String TOOL = "mcp__crm__list_deals";
  static final String WRITING = "mcp__crm__move_deal";
  static final String PAGE =
      """
      <script type="application/json" id="cowork-artifact-meta">
      {"name": "Open pipeline", "schemaVersion": 1, "description": "Deals by stage",
       "mcpTools": ["mcp__crm__list_deals", "mcp__crm__move_deal"], "mcpServerNames": {"crm": "Acme CRM"}}
      </script>
      <html lang="en"><script src="https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js"></script>
      <link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Inter"><p>Deals</p></html>
      """;
  static final String RESULT = "{\"content\":[{\"type\":\"text\",\"text\":\"[1.0,2e3]\"}]}";

  final Infra infra = Infra.shared();
  final URI app = config("live.app-origin");
  final URI sandbox = config("live.sandbox-origin");
  FakeService connectors;
  FakeService scheduler;

  @BeforeEach
  void start() {
    infra.reset("artifact");
    CDI.current().getBeanManager().getEvent().fire(Change.MISSED);
    connectors = connectorService();
    scheduler = new FakeService(config("live.scheduler-service-url"));
  }

  @AfterEach
  void stop() {
    connectors.close();
    scheduler.close();
  }

  static URI config(String name) {
    return ConfigProvider.getConfig().getValue(name, URI.class);
  }

  FakeService connectorService() {
    String connector =
        "{\"id\":\"%s\",\"slug\":\"acme-crm\",\"name\":\"Acme CRM\",\"state\":\"connected\"}"
            .formatted(CRM);
    return new FakeService(config("live.connector-service-url"))
        .on("GET /api/connectors", FakeService.Reply.json("[" + connector + "]"))
        .on("GET /api/connectors/" + CRM, FakeService.Reply.json(connector))
        .on(
            "GET /api/connectors/" + CRM + "/tools",
            FakeService.Reply.json(
                """
                [{"name":"list_deals","readOnly":true,"schemaHash":"h1","inputSchema":{}},
                 {"name":"move_deal","readOnly":false,"schemaHash":"h2"}]
                """))
        .on("POST /blocked-tools", FakeService.Reply.json("[]"))
        .on("POST /calls", FakeService.Reply.answer("fresh", answer()));
  }

  static String answer() {
    return "{\"outcome\":\"fresh\",\"connectorId\":\"%s\",\"connector\":\"Acme CRM\",\"tool\":\"list_deals\",\"storedAt\":\"2026-01-05T07:00:00Z\",\"cached\":false,\"durationMillis\":12,\"error\":null,\"result\":%s}"
        .formatted(CRM, RESULT);
  }

  RequestSpecification as(String person) {
    return given()
        .baseUri(app.toString())
        .header("Authorization", "Bearer " + infra.signIn().accessToken(person))
        .contentType(ContentType.JSON);
  }

  RequestSpecification nobody() {
    return given().baseUri(app.toString()).redirects().follow(false);
  }

  RequestSpecification onSandbox() {
    return given().baseUri(sandbox.toString()).redirects().follow(false);
  }

  String create(String person) {
    return as(person)
        .body(Map.of("html", PAGE))
        .post("/api/artifacts")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** An artifact whose tools its owner has granted. */
  String createGranted(String person) {
    String id = create(person);
    as(person)
        .body(
            Map.of(
                "tools",
                List.of(
                    Map.of("name", TOOL, "granted", true),
                    Map.of("name", WRITING, "granted", true))))
        .put("/api/artifacts/{id}/tools", id)
        .then()
        .statusCode(200);
    return id;
  }

  void share(String owner, String id, String email, String role) {
    as(owner)
        .body(Map.of("kind", "person", "email", email, "role", role))
        .post("/api/artifacts/{id}/shares", id)
        .then()
        .statusCode(201);
  }

  Response call(String person, String id, Object body) {
    return as(person).body(body).post("/api/artifacts/{id}/calls", id);
  }

  static String text(Response answer) {
    return answer.then().statusCode(200).extract().path("result.content[0].text");
  }
}
