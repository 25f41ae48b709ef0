package dev.liveartifacts.bench.subject;

import dev.liveartifacts.infra.postgresql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A gallery as one person sees it after years, written straight into the tables of
 * artifact-service, because nobody may make and share this much in a minute: a quarter each is
 * theirs, shared by name, with their group, and with the workspace.
 */
public final class SharedGallery {
  private static final String ARTIFACTS =
      """
      insert into artifact (id, owner_id, title, description, version, created_at, updated_at)
      select gen_random_uuid(), case when number % 4 = 0 then ?::uuid else ?::uuid end,
        'Report ' || number, 'Numbers of plant ' || number % 97, 1,
        now(), now() - number * interval '1 minute'
      from generate_series(1, ?) number
      """;

  /** All of them show the page of one that was made as people make it. */
  private static final String PAGES =
      """
      insert into version (artifact_id, number, sha256, summary, author_id, notes, created_at)
      select a.id, 1, v.sha256, v.summary, a.owner_id, v.notes, now()
      from artifact a join version v on v.artifact_id = ? and v.number = 1
      where a.title like 'Report %'
      """;

  private static final String SHARES =
      """
      insert into share (id, artifact_id, kind, subject, role, created_by, created_at)
      select gen_random_uuid(), a.id, s.kind, s.subject, 'viewer', a.owner_id, now()
      from artifact a
        join (values (1, 'person', ?), (2, 'group', ?), (3, 'workspace', null))
          as s (number, kind, subject) on s.number = substr(a.title, 8)::int % 4
      where a.title like 'Report %'
      """;
  private static final String SOURCES =
      """
      insert into artifact_tool
        (artifact_id, name, position, connector_id, connector_slug, connector_name, tool, read_only)
      select a.id, 'mcp__bench__list', 0, c.id, 'bench', 'Bench', 'list', true
      from artifact a, (select gen_random_uuid() as id) c where a.title like 'Report %'
      """;
  private static final String OPENED =
      """
      insert into opened (artifact_id, person_id, opened_at)
      select id, ?, now() - substr(title, 8)::int * interval '1 hour'
      from artifact where title like 'Report %' and substr(title, 8)::int % 50 = 1
      """;

  /** Most of them have signed in, one in ten is a group. */
  private static final String LINE =
      """
      with invited as (select generate_series(1, ?) as number),
      known as (
        insert into person (id, issuer, subject, name, email)
        select gen_random_uuid(), 'bench', number::text, 'Person ' || number,
          'person-' || number || '@bench.test'
        from invited where number % 10 <> 0)
      insert into share (id, artifact_id, kind, subject, role, created_by, created_at)
      select gen_random_uuid(), a.id, case when number % 10 = 0 then 'group' else 'person' end,
        case when number % 10 = 0 then 'team ' || number
             else 'person-' || number || '@bench.test' end,
        'viewer', a.owner_id, now() - number * interval '1 second'
      from invited, artifact a where a.id = ?
      """;

  private final Database database;

  public SharedGallery(Database database) {
    this.database = database;
  }

  /**
   * Makes the artifacts.
   *
   * @param person who sees all of them
   * @param other who owns those that are not theirs
   * @param template the artifact whose page all show
   */
  public void fill(int count, Viewer person, UUID other, UUID template) {
    update(ARTIFACTS, person.id(), other, count);
    update(PAGES, template);
    update(SHARES, person.email(), person.group());
    update(SOURCES);
    update(OPENED, person.id());
    update("analyze");
  }

  /** Shares one artifact with so many people and groups. */
  public void share(UUID artifact, int count) {
    update(LINE, count, artifact);
    update("analyze");
  }

  /** As whom somebody has access. */
  public record Viewer(UUID id, String email, String group) {}

  private void update(String sql, Object... values) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new BenchFailure("The gallery could not be written: " + e.getMessage());
    }
  }
}
