package dev.liveartifacts.connector.builtin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.postgresql.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real PostgreSQL, as a role that may only read, and as one that may too much. */
@QuarkusTest
@ServiceUnderTest
class SqlIT {
  private static final String READER = "shop_reader";
  private static final String WRITER = "shop_writer";
  private static final String PASSWORD = UUID.randomUUID().toString();

  private final Api ada = Api.as("ada");
  private final Database shop = Infra.shared().database("shop");

  @BeforeEach
  void begin() throws SQLException {
    Infra.shared().reset("connector");
    sql(
        """
        do $$ begin create role shop_reader login; exception when duplicate_object then null; end $$;
        do $$ begin create role shop_writer login; exception when duplicate_object then null; end $$;
        alter role shop_reader password '%1$s'; alter role shop_writer password '%1$s';
        drop table if exists orders; drop table if exists secrets;
        create table orders (id uuid, amount numeric, big bigint, at timestamptz, tags text[],
          more jsonb, note text, day date);
        comment on table orders is 'What was sold';
        create table secrets (x text);
        grant select on orders to shop_reader, shop_writer;
        grant insert, delete on orders to shop_writer;
        insert into orders values ('7f000001-0000-0000-0000-000000000001', 12345678901234567890.10,
          9007199254740993, '2026-01-31T12:00:00+01', '{a,"b,c"}', '{"n": 1.10}', null, '2026-01-31'),
          ('7f000001-0000-0000-0000-000000000002', 2, 2, '2026-02-01T00:00:00Z', '{}', '[]', 'x', '2026-02-01')
        """
            .formatted(PASSWORD));
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private JsonObject source(String role, String mode) {
    return new JsonObject()
        .put("name", "Shop")
        .put("scope", "workspace")
        .put("host", "127.0.0.1")
        .put("port", shop.port())
        .put("database", shop.name())
        .put("user", role)
        .put("password", PASSWORD)
        .put("mode", mode)
        .put("queries", new JsonArray());
  }

  private Response add(JsonObject source) {
    return ada.request().body(source.encode()).post("/api/connectors/sql");
  }

  private String added(JsonObject source) {
    return add(source).then().statusCode(201).body("kind", equalTo("sql")).extract().path("id");
  }

  private Response query(String id, String sql) {
    return ada.call(id, "query", new JsonObject().put("sql", sql), "live");
  }

  @Test
  void rows_come_as_exact_json_of_every_type() {
    String id = added(source(READER, "select"));

    String answer =
        query(id, "select amount, big, at, tags, more, note, id, day from orders order by day")
            .asString();

    assertThat(answer)
        .contains(
            "\"structuredContent\":{\"columns\":[{\"name\":\"amount\",\"type\":\"numeric\"}",
            "{\"amount\":12345678901234567890.10,\"big\":9007199254740993,"
                + "\"at\":\"2026-01-31T11:00:00+00:00\",\"tags\":[\"a\",\"b,c\"],\"more\":{\"n\": 1.10},"
                + "\"note\":null,\"id\":\"7f000001-0000-0000-0000-000000000001\",\"day\":\"2026-01-31\"}");
    query(id, "select day from orders")
        .then()
        .body("result.structuredContent.returned", equalTo(2));
  }

  @Test
  void tables_and_columns_are_listed_as_far_as_they_may_be_read() {
    String id = added(source(READER, "select"));

    ada.call(id, "list_tables")
        .then()
        .body("result.structuredContent.rows.name", contains("orders"))
        .body("result.structuredContent.rows[0].description", equalTo("What was sold"));
    ada.call(id, "list_columns", new JsonObject().put("table", "orders"), "cached")
        .then()
        .body("result.structuredContent.rows.name", hasItem("amount"))
        .body("result.structuredContent.rows", hasSize(8));
    ada.request()
        .get("/api/connectors/" + id + "/tools")
        .then()
        .body("readOnly", everyItem(equalTo(true)));
  }

  @Test
  void a_named_query_takes_typed_parameters_and_nothing_else_can_be_asked() {
    JsonObject named =
        new JsonObject()
            .put("name", "orders_since")
            .put("description", "Orders since a day")
            .put(
                "sql",
                "select id, note from orders where day >= :since and (:note is null or note = :note)")
            .put(
                "parameters",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("name", "since")
                            .put("type", "date")
                            .put("required", true))
                    .add(new JsonObject().put("name", "note").put("type", "text")));
    String id = added(source(READER, "named").put("queries", new JsonArray().add(named)));

    ada.call(id, "orders_since", new JsonObject().put("since", "2026-02-01"), "cached")
        .then()
        .body("result.structuredContent.rows", hasSize(1))
        .body("result.structuredContent.rows[0].note", equalTo("x"));
    ada.call(
            id,
            "orders_since",
            new JsonObject().put("since", "2026-02-01").put("note", "' or true --"),
            "cached")
        .then()
        .body("result.structuredContent.rows", hasSize(0));
    ada.call(id, "orders_since", new JsonObject().put("since", "never"), "cached")
        .then()
        .body("result.isError", equalTo(true))
        .body("result.content[0].text", startsWith("PostgreSQL says: invalid input syntax"));
    ada.call(id, "orders_since")
        .then()
        .body("result.content[0].text", equalTo("The parameter \"since\" is missing."));
    query(id, "select 1").then().body("error.code", equalTo("bad_request"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with gone as (delete from orders returning 1) select * from gone",
        "select 1) as q; delete from orders; select (1",
        "select 1) as q limit 0; commit; delete from orders --",
        "select nextval('numbers')",
        "select shop_write()",
        "select * from secrets",
        "select * from pg_authid"
      })
  void nothing_is_written_and_nothing_read_beyond_the_roles_rights(String statement)
      throws SQLException {
    sql("create sequence if not exists numbers; grant usage on sequence numbers to shop_writer");
    sql(
        """
        create or replace function shop_write() returns int language sql
        as 'delete from orders; select 1'
        """);
    String id = added(source(WRITER, "select"));

    query(id, statement)
        .then()
        .body("outcome", equalTo("failed"))
        .body("result.isError", equalTo(true));
    assertThat(count("select count(*) from orders")).isEqualTo(2);
  }

  @Test
  void a_role_that_is_above_all_rights_is_refused_with_the_way_to_a_better_one() {
    add(source(shop.user(), "select").put("password", shop.password()))
        .then()
        .statusCode(400)
        .body("detail", containsString("Make a role for pages"));
  }

  @Test
  void a_wrong_password_or_host_is_refused_before_anything_is_kept() {
    add(source(READER, "select").put("password", "wrong"))
        .then()
        .statusCode(400)
        .body("detail", containsString("28P01"));
    add(source(READER, "select").put("port", 1))
        .then()
        .statusCode(400)
        .body("detail", equalTo("The database does not accept connections."));
    add(source(READER, "select").put("host", "169.254.169.254"))
        .then()
        .statusCode(400)
        .body("detail", containsString("metadata"));
    ada.request().get("/api/connectors").then().body("", hasSize(0));
  }

  @Test
  void a_query_that_takes_too_long_is_ended_at_the_server() throws SQLException {
    String id = added(source(READER, "select"));

    query(id, "select count(*) from generate_series(1, 100000000000)")
        .then()
        .body("result.content[0].text", startsWith("The query took too long."));
    await()
        .untilAsserted(() ->
            assertThat(
                    count(
                        "select count(*) from pg_stat_activity where usename = 'shop_reader' and state = 'active'"))
                .isZero());
  }

  @Test
  void rows_end_at_the_limit_and_wide_rows_with_a_sentence() {
    String id = added(source(READER, "select"));

    ada.call(
            id,
            "query",
            new JsonObject()
                .put("sql", "select n from generate_series(1, 500000) n")
                .put("limit", 120),
            "live")
        .then()
        .body("result.structuredContent.returned", equalTo(120))
        .body("result.structuredContent.truncated", equalTo(true));
    query(id, "select repeat('x', 300000) as wide")
        .then()
        .body("result.content[0].text", startsWith("A row is larger than 256 KiB."));
    query(id, "select 1 as a, 2 as a")
        .then()
        .body("result.content[0].text", startsWith("Two columns are called \"a\""));
  }

  @Test
  void what_pages_may_ask_is_changed_by_those_who_may_and_shown_to_nobody_else() {
    String id = added(source(READER, "select"));
    Api.as("ben").request().get("/api/connectors/" + id + "/queries").then().statusCode(403);

    ada.request()
        .body(
            "{\"mode\":\"named\",\"queries\":[{\"name\":\"all_orders\",\"sql\":\"select id from orders\"}]}")
        .put("/api/connectors/" + id + "/queries")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("mode", equalTo("named"));
    query(id, "select 1").then().body("error.code", equalTo("bad_request"));
    ada.call(id, "all_orders").then().body("result.structuredContent.rows", hasSize(2));
  }

  @Test
  void when_the_role_loses_its_password_the_connector_needs_a_sign_in_and_gets_one()
      throws SQLException {
    String id = added(source(READER, "select"));
    sql("alter role shop_reader password 'another'");
    query(id, "select 1 as n").then().body("error.code", equalTo("needs_reauth"));

    ada.request()
        .body("{\"secret\":\"another\"}")
        .patch("/api/connectors/" + id)
        .then()
        .statusCode(200);
    query(id, "select 1 as n").then().body("outcome", equalTo("fresh"));
  }
}
