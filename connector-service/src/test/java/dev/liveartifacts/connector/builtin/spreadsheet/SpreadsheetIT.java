package dev.liveartifacts.connector.builtin.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.WebTestServer;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
class SpreadsheetIT {
  private static final String DEALS =
      """
      Region;Deal;Amount;Closed
      North;Alpha;1.234,50;2026-01-31
      South;Beta;99,00;2026-02-01
      North;Gamma;;2026-02-14
      """;

  private final Api ada = Api.as("ada");

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
  }

  private Response upload(Api person, String scope, String fileName, byte[] file) {
    return person
        .request()
        .contentType(ContentType.MULTIPART)
        .multiPart("name", "Deals")
        .multiPart("scope", scope)
        .multiPart("file", fileName, file)
        .post("/api/connectors/spreadsheets");
  }

  private String uploaded(String scope, String csv) {
    return upload(ada, scope, "deals.csv", csv.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void an_uploaded_file_is_a_connector_like_any_other() {
    String id = uploaded("workspace", DEALS);

    ada.request()
        .get("/api/connectors/" + id)
        .then()
        .body("kind", equalTo("spreadsheet"))
        .body("state", equalTo("connected"))
        .body("slug", equalTo("deals"));
    ada.request()
        .get("/api/connectors/" + id + "/tools")
        .then()
        .body("name", contains("list_sheets", "read_rows", "aggregate"))
        .body("readOnly", everyItem(equalTo(true)))
        .body(
            "inputSchema.$schema",
            everyItem(equalTo("https://json-schema.org/draft/2020-12/schema")));
    JsonObject question =
        new JsonObject()
            .put("columns", new JsonArray().add("Deal").add("amount"))
            .put(
                "filter",
                new JsonArray()
                    .add(
                        new JsonObject().put("column", "Amount").put("op", ">").put("value", 100)));
    ada.call(id, "read_rows", question, "cached")
        .then()
        .body("outcome", equalTo("fresh"))
        .body("result.structuredContent.rows", hasSize(1))
        .body("result.structuredContent.rows[0].Deal", equalTo("Alpha"))
        .body("result.structuredContent.rows[0].Amount", equalTo(1234.50f))
        .body("result.content[0].text", containsString("Alpha"));
    ada.call(id, "read_rows", question, "cached").then().body("cached", equalTo(true));
  }

  @Test
  void groups_are_counted_and_summed() {
    String id = uploaded("personal", DEALS);
    JsonObject question =
        new JsonObject()
            .put("groupBy", new JsonArray().add("Region"))
            .put(
                "measures",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("function", "sum")
                            .put("column", "Amount")
                            .put("as", "total"))
                    .add(new JsonObject().put("function", "count")))
            .put("sort", new JsonArray().add(new JsonObject().put("column", "total")));

    ada.call(id, "aggregate", question, "cached")
        .then()
        .body("result.structuredContent.rows.Region", contains("South", "North"))
        .body("result.structuredContent.rows.count", contains(1, 2));
  }

  @Test
  void a_replaced_file_has_another_version_and_nothing_old_is_served_after() {
    String id = uploaded("workspace", DEALS);
    ada.call(id, "read_rows").then().body("result.structuredContent.total", equalTo(3));

    ada.request()
        .contentType(ContentType.MULTIPART)
        .multiPart("file", "more.csv", "A,B\nx,1\n".getBytes(StandardCharsets.UTF_8))
        .put("/api/connectors/" + id + "/file")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("fileName", equalTo("more.csv"));

    ada.call(id, "read_rows")
        .then()
        .body("cached", equalTo(false))
        .body("result.structuredContent.rows[0].A", equalTo("x"));
  }

  @Test
  void a_question_that_names_no_column_is_answered_with_the_columns_there_are() {
    String id = uploaded("personal", DEALS);

    ada.call(id, "read_rows", new JsonObject().put("columns", new JsonArray().add("Price")), "live")
        .then()
        .body("error.code", equalTo("tool_error"))
        .body("result.isError", equalTo(true))
        .body(
            "result.content[0].text",
            equalTo(
                "There is no column \"Price\". The columns are: \"Region\", \"Deal\", \"Amount\", \"Closed\"."));
  }

  @Test
  void what_is_no_spreadsheet_is_refused_with_a_sentence() {
    upload(ada, "personal", "x.csv", new byte[] {1, 0, 2, 0, 0})
        .then()
        .statusCode(400)
        .body("detail", startsWith("The file is neither CSV nor XLSX."));
    upload(ada, "personal", "x.xlsx", new byte[] {'P', 'K', 3, 4, 1})
        .then()
        .statusCode(400)
        .body("detail", startsWith("The file cannot be read as XLSX."));
    upload(ada, "personal", "x.csv", new byte[0])
        .then()
        .statusCode(400)
        .body("detail", equalTo("The file holds no cells."));
    ada.request()
        .contentType(ContentType.MULTIPART)
        .multiPart("name", "No file")
        .post("/api/connectors/spreadsheets")
        .then()
        .statusCode(400)
        .body("detail", startsWith("There is no file"));
  }

  @Test
  void a_file_that_is_too_large_is_refused_before_it_is_read() {
    upload(ada, "personal", "x.csv", new byte[27 * 1024 * 1024])
        .then()
        .statusCode(413)
        .body("detail", equalTo("That is larger than what can be sent here."));
    ada.request()
        .body(new byte[5 * 1024 * 1024])
        .post("/calls")
        .then()
        .statusCode(413)
        .body("detail", equalTo("At most 4 MiB can be sent here."));
  }

  @Test
  void only_administrators_upload_for_the_workspace_and_only_the_owner_replaces_a_file() {
    Api ben = Api.as("ben");
    upload(ben, "workspace", "a.csv", DEALS.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(403);
    String mine = uploaded("personal", DEALS);
    String ours = uploaded("workspace", DEALS);

    for (String id : new String[] {mine, ours}) {
      int expected = id.equals(mine) ? 404 : 403;
      ben.request()
          .contentType(ContentType.MULTIPART)
          .multiPart("file", "x.csv", "A\n1\n".getBytes(StandardCharsets.UTF_8))
          .put("/api/connectors/" + id + "/file")
          .then()
          .statusCode(expected);
    }
    ben.request().get("/api/connectors/" + mine + "/file").then().statusCode(404);
    ben.call(mine, "read_rows").then().body("error.code", equalTo("server_not_found"));
    ben.call(ours, "read_rows").then().body("result.structuredContent.total", equalTo(3));
  }

  @Test
  void nobody_can_enter_the_address_of_a_built_in_connector() {
    String mine = uploaded("personal", DEALS);

    for (String endpoint :
        new String[] {"live-builtin://spreadsheet/" + mine, "LIVE-BUILTIN://spreadsheet/" + mine}) {
      Api.as("ben")
          .add(
              new JsonObject()
                  .put("name", "Theirs")
                  .put("endpoint", endpoint)
                  .put("scope", "personal")
                  .put("signIn", "none"))
          .then()
          .statusCode(400);
    }
    ada.request()
        .body("{\"endpoint\":\"http://127.0.0.1:1/mcp\"}")
        .patch("/api/connectors/" + mine)
        .then()
        .statusCode(400)
        .body("detail", startsWith("This connector is built in"));
  }

  @Test
  void a_file_goes_with_its_connector() {
    String id = uploaded("personal", DEALS);
    ada.request().delete("/api/connectors/" + id).then().statusCode(204);

    ada.request().get("/api/connectors/" + id + "/file").then().statusCode(404);
  }

  @Test
  void a_file_at_an_address_is_fetched_when_it_changed_and_stands_in_when_the_address_is_down() {
    try (WebTestServer web = new WebTestServer()) {
      web.serve("/deals.csv", "text/csv", "A;B\nx;1,5\n").tagged("\"v1\"");
      web.redirect("/latest", "/deals.csv");
      String id =
          ada.request()
              .body(address(web.uri("/latest")))
              .post("/api/connectors/spreadsheets")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      ada.call(id, "read_rows").then().body("result.structuredContent.rows[0].B", equalTo(1.5f));
      ada.call(id, "read_rows", new JsonObject(), "live").then().body("outcome", equalTo("fresh"));
      assertThat(web.statuses()).containsExactly(307, 200, 307, 304, 307, 304);

      web.serve("/deals.csv", "text/csv", "A;B\ny;2\n").tagged("\"v2\"");
      ada.call(id, "read_rows", new JsonObject(), "live")
          .then()
          .body("result.structuredContent.rows[0].A", equalTo("y"));
      ada.request().get("/api/connectors/" + id + "/file").then().body("version", equalTo(2));

      web.failing(503);
      ada.call(id, "read_rows", new JsonObject(), "live")
          .then()
          .body("outcome", equalTo("stale"))
          .body("result.structuredContent.rows[0].A", equalTo("y"));
    }
  }

  @Test
  void an_address_that_leads_to_no_spreadsheet_or_where_nobody_may_go_is_refused() {
    try (WebTestServer web = new WebTestServer()) {
      web.serve("/page", "text/html", "<html></html>");
      web.redirect("/metadata", "http://169.254.169.254/latest/meta-data");
      refused(web.uri("/page"), "web page");
      refused(web.uri("/metadata"), "metadata");
      refused(web.uri("/nothing"), "404");
      refused("http://169.254.169.254/x.csv", "metadata");
      refused("file:///etc/passwd", "https://");
    }
  }

  private void refused(String url, String because) {
    ada.request()
        .body(address(url))
        .post("/api/connectors/spreadsheets")
        .then()
        .statusCode(400)
        .body("detail", containsString(because));
  }

  private static String address(String url) {
    return new JsonObject().put("name", "Deals").put("scope", "personal").put("url", url).encode();
  }
}
