package dev.liveartifacts.artifact.it;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesIT extends RefreshingService {
  private static final String LATER =
      "{\"structuredContent\":{\"deals\":[{\"id\":2,\"sum\":25.0},{\"id\":1,\"sum\":10.5},{\"id\":3,\"sum\":7}]}}";

  @Test
  void what_changed_is_told_by_key_since_the_person_looked_last() {
    String id = createGranted("ben");
    String monday = snapshotOf("ben", id, MONDAY, deals(DEALS));
    look("ben", id);
    String tuesday = snapshotOf("ben", id, MONDAY.plusSeconds(60), deals(LATER));
    look("ben", id);
    look("ben", id);

    changes("ben", id, "")
        .statusCode(200)
        .body("from.id", equalTo(monday))
        .body("to.id", equalTo(tuesday))
        .body("sources", hasSize(1))
        .body("sources[0].connector", equalTo("Acme CRM"))
        .body("sources[0].key", equalTo(List.of("id")))
        .body("sources[0].added.count", equalTo(1))
        .body("sources[0].added.rows[0].id", equalTo(3))
        .body("sources[0].removed.count", equalTo(0))
        .body("sources[0].changed.rows[0].key.id", equalTo(2))
        .body("sources[0].changed.rows[0].fields[0].field", equalTo("sum"))
        .body("sources[0].changed.rows[0].fields[0].was", equalTo(20))
        .body("sources[0].changed.rows[0].fields[0].is", equalTo(25))
        .body("sources[0].unchanged", equalTo(1));
    changes("ben", id, "?from=previous").body("from.id", equalTo(monday));
    changes("ben", id, "?from=" + tuesday + "&to=" + monday)
        .body("sources[0].removed.count", equalTo(1));
  }

  @Test
  void who_has_seen_nothing_before_is_told_so() {
    String id = createGranted("ben");
    changes("ben", id, "").statusCode(409).body("detail", startsWith("No data has been kept"));
    snapshotOf("ben", id, MONDAY, deals(DEALS));
    look("ben", id);

    changes("ben", id, "?from=seen").statusCode(409).body("detail", startsWith("You have not"));
    changes("ben", id, "?from=previous")
        .statusCode(409)
        .body("detail", startsWith("This is the first data"));
    changes("ben", id, "?from=monday").statusCode(404);
  }

  @Test
  void the_same_data_is_compared_without_being_read() {
    String id = createGranted("ben");
    snapshotOf("ben", id, MONDAY, deals(DEALS));
    snapshotOf("ben", id, MONDAY.plusSeconds(60), deals(DEALS));

    changes("ben", id, "?from=previous")
        .body("sources[0].unchanged", equalTo(2))
        .body("sources[0].changed.count", equalTo(0));
  }

  @Test
  void the_key_can_be_chosen_and_given_back() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    snapshotOf("ben", id, MONDAY, deals(DEALS));
    snapshotOf("ben", id, MONDAY.plusSeconds(60), deals(LATER));

    choose("ben", id, "Acme CRM", List.of("sum")).statusCode(204);
    changes("ben", id, "?from=previous")
        .body("sources[0].key", equalTo(List.of("sum")))
        .body("sources[0].added.count", equalTo(2));
    choose("ben", id, "Acme CRM", List.of()).statusCode(204);
    changes("ben", id, "?from=previous").body("sources[0].key", equalTo(List.of("id")));

    choose("ben", id, "Acme ERP", List.of("sum")).statusCode(404);
    choose("cleo", id, "Acme CRM", List.of("sum")).statusCode(403);
    as("ben")
        .body(Map.of("connector", "Acme CRM", "tool", "list_deals"))
        .put("/api/artifacts/{id}/changes/key", id)
        .then()
        .statusCode(400);
  }

  @Test
  void row_10_what_changed_in_the_owners_own_data_is_nobody_elses_to_see() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");
    String first = snapshotOf("ben", id, MONDAY, deals(DEALS));
    String second = snapshotOf("ben", id, MONDAY.plusSeconds(60), deals(LATER));

    changes("cleo", id, "?from=" + first + "&to=" + second).statusCode(404);
    changes("cleo", id, "").statusCode(409);
  }

  @Test
  void whether_new_data_is_shown_at_once_is_each_persons_own_choice() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "viewer");

    as("ben")
        .body(Map.of("autoApply", true))
        .put("/api/artifacts/{id}/preferences", id)
        .then()
        .statusCode(200)
        .body("autoApply", equalTo(true));
    as("ben").get("/api/artifacts/{id}/preferences", id).then().body("autoApply", equalTo(true));
    as("cleo").get("/api/artifacts/{id}/preferences", id).then().body("autoApply", equalTo(false));
    as("ben").body("{}").put("/api/artifacts/{id}/preferences", id).then().statusCode(400);
  }

  private void look(String person, String id) {
    as(person).post("/api/artifacts/{id}/tickets", id).then().statusCode(200);
  }

  private ValidatableResponse changes(String person, String id, String query) {
    return as(person).get("/api/artifacts/" + id + "/changes" + query).then();
  }

  private ValidatableResponse choose(String person, String id, String connector, List<String> key) {
    return as(person)
        .body(Map.of("connector", connector, "tool", "list_deals", "key", key))
        .put("/api/artifacts/{id}/changes/key", id)
        .then();
  }
}
