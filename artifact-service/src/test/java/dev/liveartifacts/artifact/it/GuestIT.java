package dev.liveartifacts.artifact.it;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ada and Cleo are of finance, which is the workspace; Ben is a guest; Cleo may not make. */
@QuarkusTest
@TestProfile(GuestIT.FinanceAlone.class)
class GuestIT extends RunningService {
  @Test
  void a_guest_opens_what_is_shared_by_name_or_group_and_nothing_of_the_workspace() {
    String everyones = createGranted("ada");
    String named = createGranted("ada");
    String grouped = createGranted("ada");
    sharedBy("ada", everyones, Map.of("kind", "workspace", "role", "editor"));
    share("ada", named, "ben@acme.test", "viewer");
    sharedBy("ada", grouped, Map.of("kind", "group", "group", "sales", "role", "viewer"));

    as("ben").get("/api/artifacts/{id}", everyones).then().statusCode(404);
    as("cleo").get("/api/artifacts/{id}", everyones).then().statusCode(200);
    as("ben").get("/api/artifacts/{id}", named).then().statusCode(200);
    as("ben").get("/api/artifacts?scope=shared").then().body("id", contains(grouped, named));
    call("ben", named, Map.of("name", TOOL)).then().statusCode(200);
  }

  @Test
  void a_guest_finds_nobody_and_makes_nothing() {
    as("ben").get("/api/me").then().body("member", equalTo(false)).body("creator", equalTo(false));
    as("ben").get("/api/people?query=ada").then().statusCode(403);
    as("ben").get("/api/groups").then().statusCode(403);
    as("ben").body(Map.of("html", PAGE)).post("/api/artifacts").then().statusCode(403);
    as("ben").post("/api/templates/{name}", template()).then().statusCode(403);
    as("ben").body(Map.of("text", "a page")).post("/api/descriptions").then().statusCode(403);
    as("ben")
        .body(Map.of("url", "https://pages.test/a.html"))
        .post("/api/artifacts/import")
        .then()
        .statusCode(403);
  }

  @Test
  void a_guest_reaches_no_connector_but_to_sign_in() {
    as("ben")
        .body(Map.of("tool", "list_deals"))
        .post("/api/connectors/{id}/probe", CRM)
        .then()
        .statusCode(403)
        .body("detail", containsString("Ask an administrator"));
    as("ben").get("/api/connectors/{id}/tools", CRM).then().statusCode(403);
    as("ben").get("/api/connectors").then().statusCode(200);
    as("ben").get("/api/connectors/{id}", CRM).then().statusCode(200);
  }

  @Test
  void a_member_who_may_not_make_is_told_whom_to_ask() {
    as("cleo")
        .body(Map.of("html", PAGE))
        .post("/api/artifacts")
        .then()
        .statusCode(403)
        .body("detail", containsString("Ask an administrator to let one of your groups do so."));
    as("cleo").get("/api/people?query=nobody").then().statusCode(200).body("", empty());
  }

  private String template() {
    return as("ada").get("/api/templates").path("[0].name");
  }

  private void sharedBy(String owner, String id, Map<String, Object> wanted) {
    as(owner).body(wanted).post("/api/artifacts/{id}/shares", id).then().statusCode(201);
  }

  /** A workspace with a border. */
  public static final class FinanceAlone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("live.people.member-groups", "finance", "live.people.creator-groups", "makers");
    }
  }
}
