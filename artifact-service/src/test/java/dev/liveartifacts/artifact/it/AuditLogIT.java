package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log itself: read, searched, taken along, kept, and never changed. */
@QuarkusTest
class AuditLogIT extends AuditCase {
  private void insert(int entries) throws SQLException {
    sql(
        """
        insert into audit_entry (at, actor, person_id, person_name, action, outcome)
        select now() - n * interval '1 second', 'person', '%s', 'Grace Hopper', 'artifact.open', 'done'
        from generate_series(1, %d) n
        """
            .formatted(CRM, entries));
  }

  @Test
  void only_administrators_read_the_log() {
    for (String path : List.of("/api/admin/audit", "/api/admin/audit.jsonl")) {
      as("ben").get(path).then().statusCode(403).contentType("application/problem+json");
      nobody().get(path).then().statusCode(401);
    }
  }

  @Test
  void a_search_that_cannot_be_read_says_how_it_is_written() {
    as("ada")
        .get("/api/admin/audit?from=yesterday")
        .then()
        .statusCode(400)
        .body("detail", containsString("2026-11-21T09:00:00Z"));
    as("ada").get("/api/admin/audit?before=x").then().statusCode(400);
    as("ada").get("/api/admin/audit?limit=100000").then().statusCode(400);
  }

  @Test
  void page_after_page_shows_every_entry_once() throws SQLException {
    insert(25);
    List<Object> ids = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonObject page =
          new JsonObject(
              as("ada")
                  .get("/api/admin/audit?person=hopper&limit=10" + next)
                  .then()
                  .extract()
                  .asString());
      page.getJsonArray("items").forEach(item -> ids.add(((JsonObject) item).getLong("id")));
      next = page.getString("next") == null ? null : "&before=" + page.getString("next");
    }

    assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    as("ada")
        .get("/api/admin/audit?person=" + CRM + "&limit=500")
        .then()
        .body("items", hasSize(25))
        .body("next", nullValue());
    as("ada").get("/api/admin/audit?person=" + UUID.randomUUID()).then().body("items", hasSize(0));
    as("ada")
        .get("/api/admin/audit?person=hopper&action=artifact")
        .then()
        .body("items.action", everyItem(equalTo("artifact.open")));
  }

  @Test
  void the_whole_log_comes_out_as_json_lines() throws SQLException {
    insert(3_200);

    String lines =
        as("ada")
            .get("/api/admin/audit.jsonl?person=hopper")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .header("Content-Disposition", containsString("audit.jsonl"))
            .extract()
            .asString();

    List<Long> ids = lines.lines().map(line -> new JsonObject(line).getLong("id")).toList();
    assertThat(ids).hasSize(3_200).doesNotHaveDuplicates();
    as("ada")
        .get("/api/admin/audit.jsonl?person=nobody-at-all")
        .then()
        .statusCode(200)
        .body(equalTo(""));
    assertThat(written("action=audit.export", 2)).isNotEmpty();
  }

  @Test
  void entries_can_neither_be_changed_nor_taken_away() throws SQLException {
    insert(1);
    String partition = sql("select tableoid::regclass::text from audit_entry limit 1").strip();
    for (String statement :
        List.of("update %s set outcome = 'refused'", "delete from %s", "truncate %s")) {
      for (String table : List.of("audit_entry", partition)) {
        assertThatThrownBy(() -> sql(statement.formatted(table)))
            .as(statement.formatted(table))
            .hasMessageContaining("only added to");
      }
    }
    // what a database role without a superuser's powers is left with: no UPDATE (w), DELETE (d),
    // TRUNCATE (D)
    assertThat(
            sql(
                "select relacl::text from pg_class where relname in ('audit_entry', '"
                    + partition
                    + "')"))
        .containsPattern("live=ar[xtm]*/live")
        .doesNotContainPattern("live=[a-zA-Z]*[wdD][a-zA-Z]*/");
  }

  @Test
  void what_is_too_old_goes_by_whole_months_and_nothing_younger_ever_does() throws SQLException {
    sql("select audit_month(now() - interval '500 days')");
    sql(
        "insert into audit_entry (at, actor, action, outcome) values (now() - interval '500 days',"
            + " 'person', 'artifact.open', 'done'), (now(), 'person', 'artifact.open', 'done')");

    assertThat(sql("select audit_forget(now() - interval '400 days')").strip()).isEqualTo("1");
    assertThat(sql("select audit_forget(now() + interval '1 year')").strip()).isEqualTo("0");

    assertThat(sql("select at::text from audit_entry where action = 'artifact.open'").lines())
        .hasSize(1);
  }
}
