package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharingIT extends RunningService {
  /**
   * Every route to one artifact, by a person; what answers 404 to a stranger must do so on all of
   * them.
   */
  private final Map<String, BiFunction<String, String, Response>> routes =
      Map.ofEntries(
          Map.entry("GET", (who, id) -> as(who).get("/api/artifacts/{id}", id)),
          Map.entry(
              "PATCH",
              (who, id) -> as(who).body(Map.of("title", "x")).patch("/api/artifacts/{id}", id)),
          Map.entry("DELETE", (who, id) -> as(who).delete("/api/artifacts/{id}", id)),
          Map.entry("GET versions", (who, id) -> as(who).get("/api/artifacts/{id}/versions", id)),
          Map.entry(
              "GET versions/1", (who, id) -> as(who).get("/api/artifacts/{id}/versions/1", id)),
          Map.entry(
              "POST versions",
              (who, id) ->
                  as(who).body(Map.of("html", "<p>")).post("/api/artifacts/{id}/versions", id)),
          Map.entry(
              "POST restore",
              (who, id) -> as(who).post("/api/artifacts/{id}/versions/1/restore", id)),
          Map.entry(
              "PUT tools",
              (who, id) ->
                  as(who).body(Map.of("tools", List.of())).put("/api/artifacts/{id}/tools", id)),
          Map.entry(
              "GET html", (who, id) -> as(who).get("/api/artifacts/{id}/versions/1/html", id)),
          Map.entry(
              "GET diff", (who, id) -> as(who).get("/api/artifacts/{id}/versions/1/diff", id)),
          Map.entry("GET export", (who, id) -> as(who).get("/api/artifacts/{id}/export", id)),
          Map.entry("GET drift", (who, id) -> as(who).get("/api/artifacts/{id}/drift", id)),
          Map.entry(
              "GET confirmations",
              (who, id) -> as(who).get("/api/artifacts/{id}/confirmations", id)),
          Map.entry(
              "PUT confirmations",
              (who, id) ->
                  as(who)
                      .body(Map.of("name", WRITING))
                      .put("/api/artifacts/{id}/confirmations", id)),
          Map.entry(
              "DELETE confirmations",
              (who, id) ->
                  as(who)
                      .body(Map.of("name", WRITING))
                      .delete("/api/artifacts/{id}/confirmations", id)),
          Map.entry(
              "POST ask",
              (who, id) -> as(who).body(Map.of("prompt", "?")).post("/api/artifacts/{id}/ask", id)),
          Map.entry("GET snapshots", (who, id) -> as(who).get("/api/artifacts/{id}/snapshots", id)),
          Map.entry(
              "GET preferences", (who, id) -> as(who).get("/api/artifacts/{id}/preferences", id)),
          Map.entry(
              "PUT preferences",
              (who, id) ->
                  as(who)
                      .body(Map.of("autoApply", true))
                      .put("/api/artifacts/{id}/preferences", id)),
          Map.entry(
              "PUT changes/key",
              (who, id) ->
                  as(who)
                      .body(Map.of("connector", "x", "tool", "y", "key", List.of()))
                      .put("/api/artifacts/{id}/changes/key", id)),
          Map.entry("POST tickets", (who, id) -> as(who).post("/api/artifacts/{id}/tickets", id)),
          Map.entry("POST calls", (who, id) -> call(who, id, Map.of("name", TOOL))),
          Map.entry("GET storage", (who, id) -> as(who).get("/api/artifacts/{id}/storage", id)),
          Map.entry(
              "PATCH storage",
              (who, id) ->
                  as(who).body(Map.of("set", Map.of())).patch("/api/artifacts/{id}/storage", id)),
          Map.entry("GET shares", (who, id) -> as(who).get("/api/artifacts/{id}/shares", id)),
          Map.entry(
              "POST shares",
              (who, id) ->
                  as(who)
                      .body(Map.of("kind", "workspace", "role", "viewer"))
                      .post("/api/artifacts/{id}/shares", id)),
          Map.entry(
              "DELETE share",
              (who, id) ->
                  as(who).delete("/api/artifacts/{id}/shares/{share}", id, UUID.randomUUID())),
          Map.entry(
              "POST schedules",
              (who, id) ->
                  as(who)
                      .body(Map.of("cron", "0 7 * * 1", "timeZone", "Europe/Berlin"))
                      .post("/api/artifacts/{id}/schedules", id)));

  @Test
  void row_11_a_stranger_and_an_administrator_find_nothing_on_any_path() {
    String id = createGranted("ben");
    String nothing = UUID.randomUUID().toString();

    routes.forEach((name, route) -> {
      for (String who : List.of("cleo", "ada", "stranger")) {
        Response hidden = route.apply(who, id);
        assertThat(hidden.statusCode()).as("%s by %s", name, who).isEqualTo(404);
        assertThat(hidden.path("detail").toString())
            .as("what is hidden reads like what is not there")
            .isEqualTo(route.apply(who, nothing).path("detail").toString());
      }
    });
    nobodyGetsIn(id);
    as("ben")
        .get("/api/artifacts/{id}", id)
        .then()
        .statusCode(200)
        .body("title", equalTo("Open pipeline"));
  }

  @Test
  void row_11_a_viewer_opens_and_calls_and_changes_nothing() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    List<String> allowed =
        List.of(
            "GET",
            "GET versions",
            "GET versions/1",
            "GET html",
            "GET diff",
            "GET export",
            "GET drift",
            "GET confirmations",
            "PUT confirmations",
            "DELETE confirmations",
            "GET snapshots",
            "GET preferences",
            "PUT preferences",
            "POST ask",
            "POST tickets",
            "POST calls",
            "GET storage",
            "PATCH storage");

    routes.forEach((name, route) ->
        assertThat(route.apply("cleo", id).statusCode())
            .as(name)
            .isIn(allowed.contains(name) ? List.of(200, 204) : List.of(403)));
  }

  @Test
  void an_editor_changes_the_page_and_grants_nothing() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "editor");
    List<String> refused =
        List.of("DELETE", "PUT tools", "POST shares", "DELETE share", "POST schedules");

    routes.forEach((name, route) -> {
      int status = route.apply("cleo", id).statusCode();
      assertThat(status == 403).as("%s: %d", name, status).isEqualTo(refused.contains(name));
    });
  }

  @Test
  void an_invitation_works_before_the_first_sign_in_and_whatever_the_case_of_the_address() {
    String id = createGranted("ben");
    as("ben")
        .body(Map.of("kind", "person", "email", "  Cleo@ACME.test ", "role", "viewer"))
        .post("/api/artifacts/{id}/shares", id)
        .then()
        .statusCode(201)
        .body("email", equalTo("cleo@acme.test"));

    as("cleo")
        .get("/api/artifacts?scope=shared")
        .then()
        .body("[0].id", equalTo(id))
        .body("[0].role", equalTo("viewer"));
    as("cleo").get("/api/artifacts?scope=mine").then().body("", hasSize(0));
    as("ben").get("/api/artifacts?scope=shared").then().body("", hasSize(0));
  }

  @Test
  void the_workspace_sees_what_is_shared_with_it_until_it_is_not() {
    String id = createGranted("ben");
    String share =
        as("ben")
            .body(Map.of("kind", "workspace", "role", "viewer"))
            .post("/api/artifacts/{id}/shares", id)
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    call("stranger", id, Map.of("name", TOOL))
        .then()
        .statusCode(200)
        .body("outcome", equalTo("fresh"));
    as("ben").delete("/api/artifacts/{id}/shares/{share}", id, share).then().statusCode(204);

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> call("stranger", id, Map.of("name", TOOL)).then().statusCode(404));
  }

  @Test
  void a_second_invitation_changes_the_role() {
    String id = create("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    share("ben", id, "CLEO@acme.test", "editor");

    as("ben")
        .get("/api/artifacts/{id}/shares", id)
        .then()
        .body("total", equalTo(1))
        .body("items.role", equalTo(List.of("editor")))
        .body("items[0].name", nullValue());
    as("cleo").get("/api/me");
    as("ben")
        .get("/api/artifacts/{id}/shares", id)
        .then()
        .body("items[0].name", equalTo("Cleo Marsh"));
  }

  @Test
  void what_is_no_invitation_is_refused_with_a_sentence() {
    String id = create("ben");

    as("ben")
        .body(Map.of("kind", "person", "email", "nobody", "role", "viewer"))
        .post("/api/artifacts/{id}/shares", id)
        .then()
        .statusCode(400)
        .body("detail", equalTo("Enter the e-mail address that this person signs in with."));
    as("ben")
        .body(Map.of("kind", "person", "email", "a@b.test", "role", "owner"))
        .post("/api/artifacts/{id}/shares", id)
        .then()
        .statusCode(400);
    as("ben")
        .body(Map.of("kind", "planet", "role", "viewer"))
        .post("/api/artifacts/{id}/shares", id)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    as("ben")
        .body("{")
        .post("/api/artifacts/{id}/shares", id)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void a_ticket_is_worth_nothing_once_access_is_gone() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    String url = as("cleo").post("/api/artifacts/{id}/tickets", id).path("url");
    String share = as("ben").get("/api/artifacts/{id}/shares", id).path("items[0].id");
    as("ben").delete("/api/artifacts/{id}/shares/{share}", id, share).then().statusCode(204);
    Awaitility.await().until(() -> as("cleo").get("/api/artifacts/{id}", id).statusCode() == 404);

    onSandbox().get(url).then().statusCode(410);
  }

  @Test
  void what_one_person_keeps_another_never_sees() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    as("ben").body(Map.of("set", Map.of("stage", "won"))).patch("/api/artifacts/{id}/storage", id);

    as("cleo")
        .get("/api/artifacts/{id}/storage", id)
        .then()
        .body("items", equalTo(Map.of()))
        .body("revision", equalTo(0));
  }

  @Test
  void people_who_have_been_here_are_found_by_name_or_address() {
    as("cleo").get("/api/me").then().statusCode(200);

    as("ben")
        .get("/api/people?query=MARSH")
        .then()
        .body("email", equalTo(List.of("cleo@acme.test")));
    as("ben").get("/api/people?query=cleo@").then().body("name", equalTo(List.of("Cleo Marsh")));
    as("ben").get("/api/people?query=%25%25").then().body("", hasSize(0));
    as("ben").get("/api/people?query=c").then().statusCode(400);
  }

  @Test
  void the_gallery_is_searched_by_title_description_and_owner() {
    create("ben");
    as("ben").body(Map.of("html", "<title>CFO 100%</title>")).post("/api/artifacts");

    as("ben")
        .get("/api/artifacts?query=cfo 100%")
        .then()
        .body("title", equalTo(List.of("CFO 100%")));
    as("ben")
        .get("/api/artifacts?query=by stage")
        .then()
        .body("title", equalTo(List.of("Open pipeline")));
    as("ben").get("/api/artifacts?query=okri").then().body("", hasSize(2));
    as("ben").get("/api/artifacts?query=_").then().body("", hasSize(0));
    as("ben")
        .get("/api/artifacts?scope=all")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void a_deleted_artifact_is_gone_and_so_is_all_that_was_delegated_to_it() {
    String id = createGranted("ben");
    connectors.on("POST /handovers", FakeService.Reply.json(204, ""));

    as("ben").delete("/api/artifacts/{id}", id).then().statusCode(204);

    as("ben").get("/api/artifacts/{id}", id).then().statusCode(404);
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> !connectors.asked("POST /handovers").isEmpty());
    JsonObject told = new JsonObject(connectors.asked("POST /handovers").getFirst().body());
    assertThat(told.getString("artifactId")).isEqualTo(id);
    assertThat(told.getString("subject")).isEqualTo("ben");
    assertThat(told.getString("before")).as("everything ends").isNull();
    assertThat(scheduler.asked("POST /handovers")).isEmpty();
  }

  private void nobodyGetsIn(String id) {
    nobody().get("/api/artifacts/{id}", id).then().statusCode(401);
    nobody().post("/api/artifacts/{id}/tickets", id).then().statusCode(403);
  }
}
