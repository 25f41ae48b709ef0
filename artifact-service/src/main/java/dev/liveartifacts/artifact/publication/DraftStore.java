package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts, for as long as their results are sure to be there; of each person's the newest few. */
@Singleton
class DraftStore {
  private static final Duration LIFE = Duration.ofMinutes(50);
  private static final int MOST = 5;
  private static final TypeReference<List<Draft.Call>> CALLS = new TypeReference<>() {};
  private static final String KEEP =
      """
      with gone as (
        delete from publication_draft
        where created_at < $8 or id in (
          select id from publication_draft where person_id = $3
          order by created_at desc offset $9))
      insert into publication_draft
        (id, artifact_id, person_id, version, taken_at, calls, created_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String FIND =
      """
      select id, artifact_id, version, taken_at, calls from publication_draft
      where id = $1 and artifact_id = $2 and person_id = $3 and created_at >= $4
      """;

  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  DraftStore(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  Uni<Void> keep(Draft draft, UUID personId) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Tuple values =
        Tuple.tuple()
            .addUUID(draft.id())
            .addUUID(draft.artifactId())
            .addUUID(personId)
            .addInteger(draft.version())
            .addOffsetDateTime(draft.takenAt().atOffset(now.getOffset()))
            .addString(written(draft.calls()))
            .addOffsetDateTime(now)
            .addOffsetDateTime(now.minus(LIFE))
            .addInteger(MOST - 1);
    return pool.preparedQuery(KEEP).execute(values).replaceWithVoid();
  }

  /** Empty if it is another person's, another artifact's, or too old. */
  Uni<Optional<Draft>> find(UUID id, UUID artifactId, UUID personId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id, artifactId, personId, OffsetDateTime.now(clock).minus(LIFE)))
        .map(rows -> rows.stream().findFirst().map(this::draft));
  }

  private Draft draft(Row row) {
    return new Draft(
        row.getUUID("id"),
        row.getUUID("artifact_id"),
        row.getInteger("version"),
        row.getOffsetDateTime("taken_at").toInstant(),
        calls(row.getString("calls")));
  }

  private List<Draft.Call> calls(String text) {
    try {
      return json.readValue(text, CALLS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String written(List<Draft.Call> calls) {
    try {
      return json.writeValueAsString(calls);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
