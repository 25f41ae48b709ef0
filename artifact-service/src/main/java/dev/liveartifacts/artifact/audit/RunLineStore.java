package dev.liveartifacts.artifact.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The entries of runs, in the name of whoever owns the artifact. */
@Singleton
class RunLineStore {
  private static final String ACTION = "refresh.run";
  private static final String APPEND =
      """
      insert into audit_entry (at, actor, person_id, person_name, action, artifact_id,
        connector_id, connector, tool, outcome, code, calls, failed)
      select $1, $2, p.id, p.name, $3, $4, l.*
      from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[],
          $11::int[]) as l
        left join artifact a on a.id = $4
        left join person p on p.id = a.owner_id
      where not exists (
        select 1 from audit_entry e where e.at = $1 and e.artifact_id = $4 and e.action = $3)
      """;

  private final Pool pool;

  RunLineStore(Pool pool) {
    this.pool = pool;
  }

  /** All of them, unless those of a run of this artifact at this moment are there. */
  Uni<Void> append(Instant at, UUID artifactId, List<RunLine> lines) {
    return pool.preparedQuery(APPEND)
        .execute(
            Tuple.from(
                new Object[] {
                  at.atOffset(ZoneOffset.UTC),
                  Actor.SCHEDULE.word(),
                  ACTION,
                  artifactId,
                  column(lines, RunLine::connectorId, UUID[]::new),
                  column(lines, RunLine::connector, String[]::new),
                  column(lines, RunLine::tool, String[]::new),
                  column(lines, RunLine::outcome, String[]::new),
                  column(lines, RunLine::code, String[]::new),
                  column(lines, RunLine::calls, Integer[]::new),
                  column(lines, RunLine::failed, Integer[]::new)
                }))
        .replaceWithVoid();
  }

  private static <T> @Nullable T[] column(
      List<RunLine> lines, Function<RunLine, @Nullable T> value, IntFunction<@Nullable T[]> array) {
    @Nullable T[] column = array.apply(lines.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(lines.get(i));
    }
    return column;
  }
}
