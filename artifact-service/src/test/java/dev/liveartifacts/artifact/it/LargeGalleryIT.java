package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Cleo may open ten thousand artifacts: 4,000 by their group, as many as a member, 2,000 of hers.
 */
@QuarkusTest
class LargeGalleryIT extends RunningService {
  private static final int ALL = 10_000;

  @BeforeEach
  void fill() throws Exception {
    UUID ben = UUID.fromString(as("ben").get("/api/me").path("id"));
    UUID cleo = UUID.fromString(as("cleo").get("/api/me").path("id"));
    try (Connection database = infra.database("artifact").connect()) {
      run(
          database,
          """
          insert into artifact (id, owner_id, title, description, version, created_at, updated_at)
          select gen_random_uuid(), case when number % 5 = 0 then ?::uuid else ?::uuid end,
            'Report ' || number, 'Numbers of plant ' || number % 97, 1,
            now(), now() - number * interval '1 minute'
          from generate_series(1, 10000) number
          """,
          cleo,
          ben);
      run(
          database,
          """
          insert into share (id, artifact_id, kind, subject, role, created_by, created_at)
          select gen_random_uuid(), id,
            case when right(title, 1)::int % 2 = 0 then 'group' else 'workspace' end,
            case when right(title, 1)::int % 2 = 0 then 'finance' end,
            'viewer', owner_id, now()
          from artifact where owner_id = ?
          """,
          ben);
      run(
          database,
          """
          insert into artifact_tool
            (artifact_id, name, position, connector_id, connector_slug, connector_name, tool, read_only)
          select id, 'mcp__crm__list', 0, ?, 'crm', 'Acme CRM', 'list', true from artifact
          """,
          CRM);
      run(database, "analyze");
    }
  }

  @Test
  void ten_thousand_are_read_to_the_end_each_once() {
    List<String> seen = new ArrayList<>();
    List<String> page;
    do {
      page =
          as("cleo")
              .queryParams(seen.isEmpty() ? Map.of() : Map.of("after", seen.getLast()))
              .get("/api/artifacts?scope=recent")
              .then()
              .statusCode(200)
              .extract()
              .path("id");
      seen.addAll(page);
    } while (!page.isEmpty());

    assertThat(seen).hasSize(ALL).doesNotHaveDuplicates();
  }

  @Test
  void a_page_of_them_is_there_at_once_searched_or_not() {
    for (String query :
        List.of(
            "scope=recent&limit=50",
            "scope=mine&limit=50",
            "scope=shared&limit=50",
            "scope=recent&query=plant 42&limit=50")) {
      as("cleo").get("/api/artifacts?" + query).then().statusCode(200).body("", hasSize(50));

      Instant begin = Instant.now();
      as("cleo").get("/api/artifacts?" + query).then().statusCode(200).body("", hasSize(50));

      assertThat(Duration.between(begin, Instant.now()))
          .as(query)
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  private static void run(Connection database, String sql, Object... values) throws Exception {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
