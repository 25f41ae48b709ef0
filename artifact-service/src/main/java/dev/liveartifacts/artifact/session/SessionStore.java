package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.page.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps who is signed in where. Whatever ends a session, every replica hears of it. */
@Singleton
public class SessionStore {
  private static final int MOST_OF_A_PERSON = 100;
  private static final String COLUMNS = "id, person_id, device, address, started_at, last_seen_at";

  private static final String START =
      """
      with
        vouched as (update person set signed_in_at = $7 where id = $3),
        too_many as (
          delete from session where id in (
            select id from session where person_id = $3
            order by last_seen_at desc offset %d))
      insert into session
        (id, secret_hash, person_id, provider_session, device, address, started_at, last_seen_at)
      values ($1, $2, $3, $4, $5, $6, $7, $7)
      """
          .formatted(MOST_OF_A_PERSON - 1);
  private static final String RENEW =
      """
      with renewed as (
        update session set provider_session = coalesce($2, provider_session), last_seen_at = $3
        where id = $1
        returning person_id)
      update person set signed_in_at = $3 from renewed where person.id = renewed.person_id
      """;
  private static final String FIND =
      "select " + COLUMNS + " from session where secret_hash = $1 and last_seen_at > $2";
  private static final String SEEN =
      "update session set last_seen_at = $2, address = $3 where id = $1 and last_seen_at < $2";
  private static final String OF =
      "select "
          + COLUMNS
          + " from session where person_id = $1 and last_seen_at > $2 order by last_seen_at desc, id";
  private static final String LIVE =
      "select id from session where id = any($1) and last_seen_at > $2";
  private static final String END = "delete from session where person_id = $1 and id = $2";
  private static final String END_ALL = "delete from session where person_id = $1";
  private static final String END_BY_PROVIDER =
      """
      delete from session using person
      where session.person_id = person.id and person.issuer = $1
        and ($2::text is null or person.subject = $2)
        and ($3::text is null or session.provider_session = $3)
      returning session.person_id
      """;
  private static final String CLEAN = "delete from session where last_seen_at < $1";

  private final Pool pool;
  private final SessionConfig config;
  private final Clock clock;

  SessionStore(Pool pool, SessionConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /** The person has been stored before. */
  Uni<Void> start(Secret secret, UUID personId, Arrival arrival) {
    Tuple values =
        Tuple.tuple()
            .addUUID(UUID.randomUUID())
            .addValue(secret.sha256())
            .addUUID(personId)
            .addString(arrival.providerSession())
            .addString(arrival.device())
            .addString(arrival.address())
            .addOffsetDateTime(now());
    return pool.preparedQuery(START).execute(values).replaceWithVoid();
  }

  /** The sign-in server has given new tokens, and so vouched for the person again. */
  Uni<Void> renew(UUID id, @Nullable String providerSession) {
    return pool.preparedQuery(RENEW)
        .execute(Tuple.of(id, providerSession, now()))
        .replaceWithVoid();
  }

  Uni<Optional<Session>> find(Secret secret) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(secret.sha256(), oldest()))
        .map(rows -> rows.stream().findFirst().map(SessionStore::session));
  }

  Uni<Void> seen(UUID id, String address) {
    return pool.preparedQuery(SEEN).execute(Tuple.of(id, now(), address)).replaceWithVoid();
  }

  Uni<List<Session>> of(UUID personId) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(personId, oldest()))
        .map(rows -> rows.stream().map(SessionStore::session).toList());
  }

  /** Which of these are not over. */
  public Uni<Set<UUID>> live(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : pool.preparedQuery(LIVE)
            .execute(Tuple.of(ids.toArray(UUID[]::new), oldest()))
            .map(SessionStore::ids);
  }

  /** Says whether there was such a session. */
  public Uni<Boolean> end(UUID personId, UUID id) {
    return pool.preparedQuery(END)
        .execute(Tuple.of(personId, id))
        .map(deleted -> deleted.rowCount() > 0);
  }

  Uni<Integer> endAll(UUID personId) {
    return pool.preparedQuery(END_ALL).execute(Tuple.of(personId)).map(RowSet::rowCount);
  }

  /**
   * Ends what the sign-in server has ended, and says whose sessions these were, each once for every
   * session.
   *
   * @param subject null if it named the session alone
   * @param providerSession null if it is every session of this person
   */
  public Uni<List<UUID>> endByProvider(
      String issuer, @Nullable String subject, @Nullable String providerSession) {
    return pool.preparedQuery(END_BY_PROVIDER)
        .execute(Tuple.of(issuer, subject, providerSession))
        .map(rows -> rows.stream().map(row -> row.getUUID("person_id")).toList());
  }

  Uni<Void> clean() {
    return pool.preparedQuery(CLEAN).execute(Tuple.of(oldest())).replaceWithVoid();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private OffsetDateTime oldest() {
    return now().minus(config.idle());
  }

  private static Set<UUID> ids(RowSet<Row> rows) {
    return rows.stream().map(row -> row.getUUID("id")).collect(Collectors.toSet());
  }

  private static Session session(Row row) {
    return new Session(
        row.getUUID("id"),
        row.getUUID("person_id"),
        row.getString("device"),
        row.getString("address"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("last_seen_at").toInstant());
  }
}
