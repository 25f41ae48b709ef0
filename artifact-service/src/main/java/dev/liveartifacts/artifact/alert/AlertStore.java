package dev.liveartifacts.artifact.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People's alerts. Each person sees and changes their own alone. */
@Singleton
class AlertStore {
  private static final String SELECT = "select " + AlertRow.COLUMNS;
  private static final String MINE =
      SELECT
          + """
          where a.person_id = $1 and ($2::uuid is null or a.artifact_id = $2)
          order by lower(r.title), a.created_at, a.id
          limit 500
          """;
  private static final String FIND =
      SELECT + "where a.id = $1 and a.artifact_id = $2 and a.person_id = $3";
  private static final String COUNT =
      """
      select count(*) as total, count(*) filter (where artifact_id = $2) as here
      from alert where person_id = $1
      """;
  private static final String ADD =
      """
      insert into alert (id, artifact_id, person_id, name, condition, connector, mail, webhook_url,
        signer, quiet, tell_when_over, paused, created_at, last, firing, seen_at, seen_id, found,
        found_at, trouble)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20)
      """;

  /** Another condition begins anew; the same one goes on from where it stands. */
  private static final String CHANGE =
      """
      update alert set name = $2, condition = $5, connector = $6, mail = $7, webhook_url = $8,
        quiet = $10, tell_when_over = $11, paused = paused or $12,
        last = case when condition = $5 then last else $14 end,
        firing = case when condition = $5 then firing else $15 end,
        seen_at = case when condition = $5 then seen_at else $16 end,
        seen_id = case when condition = $5 then seen_id else $17 end,
        found = case when condition = $5 then found else $18 end,
        found_at = case when condition = $5 then found_at else $19 end,
        trouble = case when condition = $5 then trouble else $20 end
      where id = $1 and artifact_id = $3 and person_id = $4 and signer = $9 and created_at = $13
      """;

  /** Whoever goes on after a pause does not hear of what was meanwhile. */
  private static final String PAUSE =
      """
      update alert a set paused = $3, seen_at = coalesce(newest.taken_at, a.seen_at),
        seen_id = coalesce(newest.id, a.seen_id)
      from alert b left join lateral (
        select s.taken_at, s.id from snapshot s
        where s.artifact_id = b.artifact_id and b.paused and not $3
        order by s.taken_at desc, s.id desc limit 1) newest on true
      where a.id = b.id and b.id = $1 and b.person_id = $2
      """;

  private static final String END_EPISODE =
      """
      update alert_episode e set ended_at = $2, over_words = 'The alert was changed.'
      from alert a
      where a.id = $1 and not a.firing and e.alert_id = a.id and e.ended_at is null
      """;
  private static final String DELETE = "delete from alert where id = $1 and person_id = $2";

  private final Pool pool;

  AlertStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * One's own.
   *
   * @param artifactId of this artifact; null for all of them
   */
  Uni<List<Alert>> of(UUID personId, @Nullable UUID artifactId) {
    return pool.preparedQuery(MINE)
        .execute(Tuple.of(personId, artifactId))
        .map(rows -> rows.stream().map(AlertRow::read).toList());
  }

  Uni<Optional<Alert>> find(UUID id, UUID artifactId, UUID personId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id, artifactId, personId))
        .map(rows -> rows.stream().findFirst().map(AlertRow::read));
  }

  Uni<Count> count(UUID personId, UUID artifactId) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(personId, artifactId))
        .map(rows -> rows.iterator().next())
        .map(row -> new Count(row.getInteger("total"), row.getInteger("here")));
  }

  Uni<Void> add(Alert alert) {
    Tuple values =
        Tuple.tuple()
            .addUUID(alert.id())
            .addUUID(alert.artifactId())
            .addUUID(alert.personId())
            .addString(alert.name());
    return pool.preparedQuery(ADD).execute(rest(values, alert)).replaceWithVoid();
  }

  /** Changes the settings; with another condition, an episode that lasts ends without a word. */
  Uni<Void> change(Alert alert) {
    Tuple values =
        Tuple.tuple()
            .addUUID(alert.id())
            .addString(alert.name())
            .addUUID(alert.artifactId())
            .addUUID(alert.personId());
    return pool.withTransaction(transaction ->
        transaction
            .preparedQuery(CHANGE)
            .execute(rest(values, alert))
            .flatMap(changed -> endEpisode(transaction, alert)));
  }

  Uni<Void> pause(UUID id, UUID personId, boolean paused) {
    return pool.preparedQuery(PAUSE).execute(Tuple.of(id, personId, paused)).replaceWithVoid();
  }

  Uni<Void> delete(UUID id, UUID personId) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(id, personId)).replaceWithVoid();
  }

  private static Uni<Void> endEpisode(SqlConnection transaction, Alert alert) {
    return transaction
        .preparedQuery(END_EPISODE)
        .execute(Tuple.of(alert.id(), alert.standing().seenAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private static Tuple rest(Tuple values, Alert alert) {
    QuietHours quiet = alert.quiet();
    Alert.Standing standing = alert.standing();
    Instant foundAt = standing.foundAt();
    return values
        .addString(AlertRow.json(alert.condition()))
        .addString(alert.connector())
        .addBoolean(alert.mail())
        .addString(alert.webhookUrl())
        .addUUID(alert.signer())
        .addString(quiet == null ? null : AlertRow.json(quiet))
        .addBoolean(alert.tellWhenOver())
        .addBoolean(alert.paused())
        .addOffsetDateTime(alert.createdAt().atOffset(ZoneOffset.UTC))
        .addString(standing.course().last())
        .addBoolean(standing.course().firing())
        .addOffsetDateTime(standing.seenAt().atOffset(ZoneOffset.UTC))
        .addUUID(standing.seenId())
        .addString(standing.found())
        .addOffsetDateTime(foundAt == null ? null : foundAt.atOffset(ZoneOffset.UTC))
        .addString(standing.trouble());
  }

  /** How many alerts a person has. */
  record Count(int total, int here) {}
}
