package dev.liveartifacts.artifact.analysis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What Claude answered within the last day. No person is served what another one asked. */
@Singleton
class AnswerStore {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String FIND =
      """
      select answer from ask_answer
      where artifact_id = $1 and person_id = $2 and sha256 = $3 and answered_at > $4
      """;
  private static final String KEEP =
      """
      with gone as (delete from ask_answer where answered_at <= $6)
      insert into ask_answer (artifact_id, person_id, sha256, answer, answered_at)
      select $1, $2, $3, $4, $5 where exists (select 1 from artifact where id = $1)
      on conflict (artifact_id, person_id, sha256) do update
        set answer = excluded.answer, answered_at = excluded.answered_at
      """;

  private final Pool pool;
  private final Clock clock;

  AnswerStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Optional<String>> find(Asker asker, byte[] sha256) {
    OffsetDateTime oldest = OffsetDateTime.now(clock).minus(KEPT);
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(asker.artifactId(), asker.personId(), Buffer.buffer(sha256), oldest))
        .map(rows -> rows.stream().findFirst().map(row -> row.getString("answer")));
  }

  /** PostgreSQL keeps no NUL in text; no answer needs one. */
  Uni<Void> keep(Asker asker, byte[] sha256, String answer) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Tuple values =
        Tuple.of(
            asker.artifactId(),
            asker.personId(),
            Buffer.buffer(sha256),
            answer.replace("\0", ""),
            now,
            now.minus(KEPT));
    return pool.preparedQuery(KEEP).execute(values).replaceWithVoid();
  }
}
