package dev.liveartifacts.artifact.authoring.journal;

import dev.liveartifacts.artifact.authoring.journal.Description.State;
import dev.liveartifacts.artifact.authoring.page.Draft;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Wishes for pages and how far they have come. Whoever works on one says so every moment: silence
 * means that it is lost.
 */
@Singleton
public class DescriptionStore {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration SAVING = Duration.ofMinutes(1);
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);
  private static final String CREATE =
      """
      with gone as (delete from description where created_at < $8)
      insert into description
        (id, person_id, artifact_id, base_version, wish, sources, state, alive_at, created_at)
      select $1, $2, $3, $4, $5, $6, 'working', $7, $7
      """;
  private static final String USE =
      """
      select
        coalesce(sum(tokens) filter (where created_at >= $2), 0)::bigint as tokens,
        count(*) filter (where state = 'working' and alive_at > $3) as working
      from description where person_id = $1
      """;
  private static final String GET = "select * from description where id = $1 and person_id = $2";
  private static final String PULSE =
      """
      update description set alive_at = $2, tokens = $3 where id = $1 and state = 'working'
      returning verification, answer, pass
      """;
  private static final String KEEP =
      """
      update description set title = $2, summary = $3, html = $4, tools = $5
      where id = $1 and state = 'working'
      """;
  private static final String END =
      """
      update description set state = $2, tokens = $3, alive_at = $4, pass = null
      where id = $1 and state = 'working'
      """;
  private static final String VERIFY =
      "update description set verification = $3 where id = $1 and person_id = $2 and state = 'working'";
  private static final String ANSWER =
      "update description set answer = $3 where id = $1 and person_id = $2 and state = 'working'";
  private static final String RENEW =
      "update description set pass = $3 where id = $1 and person_id = $2 and state = 'working'";
  private static final String CANCEL =
      """
      update description set state = 'cancelled', pass = null
      where id = $1 and person_id = $2 and state in ('working', 'done')
      """;
  private static final String CLAIM =
      """
      update description set saving_since = $3
      where id = $1 and person_id = $2 and state = 'done'
        and (saving_since is null or saving_since < $4)
      """;
  private static final String RELEASE =
      "update description set saving_since = null where id = $1 and person_id = $2";
  private static final String ACCEPT =
      """
      update description set state = 'accepted', artifact_id = $3, base_version = $4
      where id = $1 and person_id = $2 and state = 'done'
      """;
  private static final String BURY =
      """
      update description set state = 'failed', pass = null
      where id = $1 and state = 'working' and alive_at <= $2
      """;

  private final Pool pool;
  private final Seal seal;
  private final Clock clock;

  DescriptionStore(Pool pool, Seal seal, Clock clock) {
    this.pool = pool;
    this.seal = seal;
    this.clock = clock;
  }

  /** What a person has under way and has used today, by the calendar of UTC. */
  public Uni<Use> use(UUID personId) {
    OffsetDateTime today =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .atStartOfDay()
            .atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(USE)
        .execute(Tuple.of(personId, today, now().minus(SILENCE)))
        .map(rows -> rows.iterator().next())
        .map(row -> new Use(row.getLong("tokens"), row.getInteger("working")));
  }

  public Uni<Void> create(
      UUID id,
      UUID personId,
      Optional<UUID> artifactId,
      Optional<Integer> baseVersion,
      String wish,
      List<UUID> sources) {
    Tuple values =
        Tuple.tuple()
            .addUUID(id)
            .addUUID(personId)
            .addUUID(artifactId.orElse(null))
            .addInteger(baseVersion.orElse(null))
            .addString(wish.replace("\0", ""))
            .addArrayOfUUID(sources.toArray(UUID[]::new))
            .addOffsetDateTime(now())
            .addOffsetDateTime(now().minus(KEPT));
    return pool.preparedQuery(CREATE).execute(values).replaceWithVoid();
  }

  /** Empty if there is none, or not this person's. */
  public Uni<Optional<Description>> of(UUID id, UUID personId) {
    return pool.preparedQuery(GET)
        .execute(Tuple.of(id, personId))
        .map(rows -> rows.stream().findFirst().map(DescriptionStore::description));
  }

  /** Says that it is being worked on; empty if it is not to be worked on any more. */
  public Uni<Optional<Heard>> pulse(UUID id, long tokens) {
    return pool.preparedQuery(PULSE)
        .execute(Tuple.of(id, now(), tokens))
        .map(rows -> rows.stream().findFirst().map(DescriptionStore::heard));
  }

  /** Keeps the page as it is now, so that it can be tried out and saved. */
  public Uni<Void> keep(UUID id, Draft draft, JsonArray tools) {
    return pool.preparedQuery(KEEP)
        .execute(Tuple.of(id, draft.title(), draft.summary(), draft.html(), tools.encode()))
        .replaceWithVoid();
  }

  public Uni<Void> end(UUID id, State state, long tokens) {
    return pool.preparedQuery(END)
        .execute(Tuple.of(id, state.word(), tokens, now()))
        .replaceWithVoid();
  }

  /** False if nobody works on it any more. */
  public Uni<Boolean> verify(UUID id, UUID personId, String verification) {
    return changed(VERIFY, Tuple.of(id, personId, verification));
  }

  /** False if nobody works on it any more. */
  public Uni<Boolean> answer(UUID id, UUID personId, String answer) {
    return changed(ANSWER, Tuple.of(id, personId, answer));
  }

  /** Hands whoever works on it the access token that the person's browser has now. */
  public Uni<Void> renew(UUID id, UUID personId, String token) {
    return changed(RENEW, Tuple.of(id, personId, seal.sealed(token))).replaceWithVoid();
  }

  public Uni<Boolean> cancel(UUID id, UUID personId) {
    return changed(CANCEL, Tuple.of(id, personId));
  }

  /** True if the page is the caller's to save, for a minute; false if somebody else is at it. */
  public Uni<Boolean> claim(UUID id, UUID personId) {
    return changed(CLAIM, Tuple.of(id, personId, now(), now().minus(SAVING)));
  }

  /** It was not saved after all. */
  public Uni<Void> release(UUID id, UUID personId) {
    return changed(RELEASE, Tuple.of(id, personId)).replaceWithVoid();
  }

  public Uni<Boolean> accept(UUID id, UUID personId, UUID artifactId, int version) {
    return changed(ACCEPT, Tuple.of(id, personId, artifactId, version));
  }

  /** True if whoever worked on it has been silent for too long: it is lost. */
  public Uni<Boolean> bury(UUID id) {
    return changed(BURY, Tuple.of(id, now().minus(SILENCE)));
  }

  public boolean silent(Description description) {
    return description.state() == State.WORKING
        && description.aliveAt().isBefore(now().minus(SILENCE).toInstant());
  }

  /** True if nothing is written down any more of what is over. */
  public boolean settled(Description description) {
    return description.aliveAt().isBefore(now().minus(LAST_WORDS).toInstant());
  }

  private Uni<Boolean> changed(String statement, Tuple values) {
    return pool.preparedQuery(statement).execute(values).map(rows -> rows.rowCount() == 1);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Heard heard(Row row) {
    return new Heard(row.getString("verification"), row.getString("answer"), row.getString("pass"));
  }

  private static Description description(Row row) {
    return new Description(
        row.getUUID("id"),
        row.getUUID("person_id"),
        row.getUUID("artifact_id"),
        row.getInteger("base_version"),
        row.getString("wish"),
        List.of(row.getArrayOfUUIDs("sources")),
        State.of(row.getString("state")),
        row.getString("title"),
        row.getString("summary"),
        row.getString("html"),
        new JsonArray(row.getString("tools")),
        row.getOffsetDateTime("alive_at").toInstant());
  }

  /**
   * @param working pages under way
   */
  public record Use(long tokens, int working) {}
}
