package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharesIT extends RunningService {
  @Test
  void a_group_of_the_sign_in_server_opens_what_is_shared_with_it() {
    String id = createGranted("ben");
    with(id, Map.of("kind", "group", "group", " finance ", "role", "editor"))
        .then()
        .statusCode(201)
        .body("kind", equalTo("group"))
        .body("group", equalTo("finance"))
        .body("email", nullValue());

    as("cleo").get("/api/artifacts/{id}", id).then().body("role", equalTo("editor"));
    as("ada").get("/api/artifacts?scope=shared").then().body("id", contains(id));
    as("stranger").get("/api/artifacts/{id}", id).then().statusCode(404);
    as("stranger").get("/api/artifacts?scope=shared").then().body("", empty());
  }

  @Test
  void a_group_counts_as_it_is_spelled() {
    String id = createGranted("ben");
    with(id, Map.of("kind", "group", "group", "Finance", "role", "viewer")).then().statusCode(201);

    as("cleo").get("/api/artifacts/{id}", id).then().statusCode(404);
  }

  @Test
  void a_page_that_was_opened_by_a_group_is_served_as_long_as_the_group_has_it() {
    String id = createGranted("ben");
    String share =
        with(id, Map.of("kind", "group", "group", "finance", "role", "viewer")).path("id");
    String url = as("cleo").post("/api/artifacts/{id}/tickets", id).path("url");
    onSandbox().get(url).then().statusCode(200);

    String spent = as("cleo").post("/api/artifacts/{id}/tickets", id).path("url");
    as("ben").delete("/api/artifacts/{id}/shares/{share}", id, share).then().statusCode(204);
    Awaitility.await().until(() -> as("cleo").get("/api/artifacts/{id}", id).statusCode() == 404);
    onSandbox().get(spent).then().statusCode(410);
  }

  @Test
  void groups_that_have_been_here_are_found() {
    as("cleo").get("/api/me").then().statusCode(200);
    as("ben").get("/api/me").then().statusCode(200);

    as("ben").get("/api/groups").then().body("name", hasItems("finance", "sales"));
    as("ben").get("/api/groups?query=FINA").then().body("name", contains("finance"));
    as("ben").get("/api/groups?query=%25").then().body("", empty());
    nobody().get("/api/groups").then().statusCode(401);
  }

  @Test
  void the_same_person_again_is_a_change_and_a_message_stays() {
    String id = create("ben");
    String end = Instant.now().plus(Duration.ofDays(7)).toString();
    Map<String, Object> first = new HashMap<>(person("cleo@acme.test", "viewer"));
    first.put("message", "  Look at March.\r\nPlease. ");
    String share =
        with(id, first)
            .then()
            .statusCode(201)
            .body("message", equalTo("Look at March.\nPlease."))
            .body("expiresAt", nullValue())
            .extract()
            .path("id");
    Map<String, Object> second = new HashMap<>(person("CLEO@acme.test", "editor"));
    second.put("expiresAt", end);

    with(id, second)
        .then()
        .body("id", equalTo(share))
        .body("role", equalTo("editor"))
        .body("over", equalTo(false))
        .body("message", equalTo("Look at March.\nPlease."));
    as("ben")
        .get("/api/artifacts/{id}/shares", id)
        .then()
        .body("total", equalTo(1))
        .body("items[0].expiresAt", containsString(end.substring(0, 19)));
  }

  @Test
  void a_share_is_changed_by_its_id_and_what_is_not_said_stays() {
    String id = create("ben");
    Map<String, Object> wanted = new HashMap<>(person("cleo@acme.test", "viewer"));
    wanted.put("expiresAt", Instant.now().plus(Duration.ofDays(7)).toString());
    String share = with(id, wanted).path("id");

    change(id, share, "{\"role\":\"editor\"}")
        .then()
        .body("role", equalTo("editor"))
        .body("expiresAt", containsString("T"));
    change(id, share, "{\"expiresAt\":null}")
        .then()
        .body("role", equalTo("editor"))
        .body("expiresAt", nullValue());
    change(id, share, "{\"role\":\"owner\"}").then().statusCode(400);
    change(id, share, "{\"expiresAt\":\"soon\"}").then().statusCode(400);
    change(id, share, "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
        .then()
        .statusCode(400)
        .body("detail", equalTo("A share ends in the future. Choose a later time, or none."));
    change(id, UUID.randomUUID().toString(), "{\"role\":\"viewer\"}").then().statusCode(404);
    change(create("ben"), share, "{\"role\":\"viewer\"}").then().statusCode(404);
  }

  @Test
  void what_is_no_share_is_refused_with_a_sentence() {
    String id = create("ben");

    with(id, Map.of("kind", "group", "role", "viewer"))
        .then()
        .statusCode(400)
        .body("detail", equalTo("Name a group exactly as the sign-in server spells it."));
    with(id, Map.of("kind", "group", "group", "a\u0000b", "role", "viewer")).then().statusCode(400);
    Map<String, Object> long_ = new HashMap<>(person("cleo@acme.test", "viewer"));
    long_.put("message", "x".repeat(501));
    with(id, long_).then().statusCode(400);
  }

  @Test
  void an_end_that_comes_closes_the_open_page_without_anybody_asking() throws Exception {
    String id = createGranted("ben");
    Map<String, Object> wanted = new HashMap<>(person("cleo@acme.test", "viewer"));
    Instant end = Instant.now().plusSeconds(4);
    wanted.put("expiresAt", end.toString());
    with(id, wanted).then().statusCode(201);
    try (Line cleo =
        new Line(app.resolve("/api/events?artifact=" + id), infra.signIn().accessToken("cleo"))) {
      cleo.hears(":");
      call("cleo", id, Map.of("name", TOOL)).then().statusCode(200);
      String url = as("cleo").post("/api/artifacts/{id}/tickets", id).path("url");
      assertThat(cleo.text()).doesNotContain("revoked");

      Awaitility.await().atMost(Duration.ofSeconds(9)).until(() -> cleo.text().contains("revoked"));
      assertThat(Duration.between(end, Instant.now()))
          .isBetween(Duration.ZERO, Duration.ofSeconds(5));
      call("cleo", id, Map.of("name", TOOL)).then().statusCode(404);
      as("cleo").get("/api/artifacts/{id}/storage", id).then().statusCode(404);
      as("cleo").get("/api/artifacts/{id}/snapshots", id).then().statusCode(404);
      as("cleo").post("/api/artifacts/{id}/tickets", id).then().statusCode(404);
      onSandbox().get(url).then().statusCode(410);
      as("cleo").get("/api/artifacts?scope=shared").then().body("", empty());
      as("ben").get("/api/artifacts/{id}/shares", id).then().body("items[0].over", equalTo(true));
    }
  }

  @Test
  void who_has_been_here_finds_a_notice_with_the_message() {
    String id = create("ben");
    as("cleo").get("/api/me").then().statusCode(200);
    Map<String, Object> wanted = new HashMap<>(person("cleo@acme.test", "viewer"));
    wanted.put("message", "Look at March.");
    with(id, wanted);
    with(id, wanted);

    as("cleo")
        .get("/api/notices")
        .then()
        .body("unread", equalTo(1))
        .body("items[0].kind", equalTo("shared"))
        .body("items[0].title", equalTo("Ben Okri shares “Open pipeline” with you"))
        .body("items[0].text", equalTo("“Look at March.” You may open it."))
        .body("items[0].href", equalTo("/a/" + id));
    as("ben").get("/api/notices").then().body("unread", equalTo(0));
  }

  @Test
  void a_long_list_is_read_in_pages_and_searched_by_address_group_and_name() throws Exception {
    String id = create("ben");
    as("cleo").get("/api/me").then().statusCode(200);
    for (int number = 0; number < 25; number++) {
      share("ben", id, "p%02d@acme.test".formatted(number), "viewer");
    }
    share("ben", id, "cleo@acme.test", "viewer");
    with(id, Map.of("kind", "group", "group", "Board 2026", "role", "viewer"));

    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      Response page =
          as("ben")
              .queryParam("limit", 10)
              .queryParams(after == null ? Map.of() : Map.of("after", after))
              .get("/api/artifacts/{id}/shares", id);
      page.then().statusCode(200).body("total", equalTo(27));
      seen.addAll(page.path("items.id"));
      after = page.path("next");
    } while (after != null);
    assertThat(seen).hasSize(27).doesNotHaveDuplicates();

    as("ben")
        .get("/api/artifacts/{id}/shares?query=P1", id)
        .then()
        .body("total", equalTo(10))
        .body("items", hasSize(10));
    as("ben")
        .get("/api/artifacts/{id}/shares?query=marsh", id)
        .then()
        .body("items.email", contains("cleo@acme.test"));
    as("ben")
        .get("/api/artifacts/{id}/shares?query=board", id)
        .then()
        .body("items.group", contains("Board 2026"));
  }

  @Test
  void an_artifact_has_at_most_five_thousand_shares() throws Exception {
    String id = create("ben");
    try (Connection database = infra.database("artifact").connect();
        PreparedStatement fill =
            database.prepareStatement(
                """
                insert into share (id, artifact_id, kind, subject, role, created_by, created_at)
                select gen_random_uuid(), a.id, 'person', 'n' || number || '@acme.test', 'viewer',
                  a.owner_id, now()
                from artifact a, generate_series(1, 5000) number where a.id = ?
                """)) {
      fill.setObject(1, UUID.fromString(id));
      fill.executeUpdate();
    }

    with(id, person("one.more@acme.test", "viewer"))
        .then()
        .statusCode(409)
        .body(
            "detail",
            equalTo("An artifact has at most 5,000 shares. Share it with a group instead."));
    with(id, person("n7@acme.test", "editor")).then().statusCode(201);
    as("ben").get("/api/artifacts/{id}/shares", id).then().body("total", equalTo(5000));
  }

  @Test
  void the_gallery_is_read_in_pages() {
    List<String> made = new ArrayList<>();
    for (int number = 0; number < 7; number++) {
      made.add(create("ben"));
    }

    List<String> first = as("ben").get("/api/artifacts?limit=4").path("id");
    List<String> second =
        as("ben").get("/api/artifacts?limit=4&after={last}", first.getLast()).path("id");

    assertThat(first).hasSize(4);
    assertThat(second).hasSize(3).doesNotContainAnyElementsOf(first);
    assertThat(made).containsExactlyInAnyOrderElementsOf(both(first, second));
    as("ben").get("/api/artifacts?limit=0").then().statusCode(400);
    as("ben").get("/api/artifacts?limit=500").then().statusCode(400);
  }

  @Test
  void what_one_is_called_in_the_workspace_is_told() {
    as("ada")
        .get("/api/me")
        .then()
        .body("admin", equalTo(true))
        .body("member", equalTo(true))
        .body("creator", equalTo(true));
    as("ben").get("/api/me").then().body("admin", equalTo(false)).body("member", equalTo(true));
    as("ben").get("/api/people?query=ben").then().body("name", hasItem("Ben Okri"));
  }

  private Response with(String id, Map<String, Object> wanted) {
    return as("ben").body(wanted).post("/api/artifacts/{id}/shares", id);
  }

  private Response change(String id, String share, String body) {
    return as("ben").body(body).patch("/api/artifacts/{id}/shares/{share}", id, share);
  }

  private static Map<String, Object> person(String email, String role) {
    return Map.of("kind", "person", "email", email, "role", role);
  }

  private static List<String> both(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
