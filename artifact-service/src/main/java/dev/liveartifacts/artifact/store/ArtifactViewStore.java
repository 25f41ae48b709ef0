package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import dev.liveartifacts.artifact.grant.ToolStore;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads one artifact with everything that its page in the web app shows. */
@Singleton
public class ArtifactViewStore {
  private static final String HEAD =
      """
      select a.id, a.title, a.description, a.version, a.created_at, a.updated_at,
        p.id as owner_id, p.name as owner_name, v.notes
      from artifact a
        join person p on p.id = a.owner_id
        join version v on v.artifact_id = a.id and v.number = a.version
      where a.id = $1
      """;

  private final Pool pool;
  private final ToolStore tools;

  ArtifactViewStore(Pool pool, ToolStore tools) {
    this.pool = pool;
    this.tools = tools;
  }

  /** As the person with this role sees it. */
  public Uni<Artifact> view(UUID id, Role role) {
    return Uni.combine()
        .all()
        .unis(pool.preparedQuery(HEAD).execute(Tuple.of(id)), tools.of(id))
        .asTuple()
        .map(found -> artifact(first(found.getItem1()), role, found.getItem2()));
  }

  private static Row first(RowSet<Row> rows) {
    return rows.stream().findFirst().orElseThrow(() -> Problems.notFound("artifact"));
  }

  private static Artifact artifact(Row row, Role role, List<ArtifactTool> tools) {
    int version = row.getInteger("version");
    return new Artifact(
        row.getUUID("id"),
        row.getString("title"),
        row.getString("description"),
        new Named(row.getUUID("owner_id"), row.getString("owner_name")),
        role,
        version,
        version,
        tools,
        List.of(row.getArrayOfStrings("notes")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        Artifact.Limits.ALL);
  }
}
