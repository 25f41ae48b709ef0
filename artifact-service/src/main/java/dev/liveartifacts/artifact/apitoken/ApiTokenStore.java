package dev.liveartifacts.artifact.apitoken;

import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the tokens of programs, by their hash alone. */
@Singleton
class ApiTokenStore {
  private static final String COLUMNS =
      "t.id, t.person_id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at,"
          + " t.last_used_from";
  private static final String MAKE =
      """
      insert into api_token (id, sha256, person_id, name, scopes, created_at, expires_at)
      select $1, $2, $3, $4, $5, $6, $7
      where (select count(*) from api_token where person_id = $3) < $8
      """;
  private static final String FIND =
      "select "
          + COLUMNS
          + " from api_token t join person p on p.id = t.person_id"
          + " where t.sha256 = $1 and t.expires_at > $2 and p.signed_in_at > $3";
  private static final String USED =
      "update api_token set last_used_at = $2, last_used_from = $3 where id = $1";
  private static final String OF =
      "select "
          + COLUMNS
          + " from api_token t where t.person_id = $1 order by t.created_at desc, t.id";
  private static final String END = "delete from api_token where person_id = $1 and id = $2";
  private static final String END_ALL = "delete from api_token where person_id = $1";

  private final Pool pool;
  private final TokenConfig config;
  private final Clock clock;

  ApiTokenStore(Pool pool, TokenConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  Uni<Void> make(Secret secret, ApiToken token) {
    Tuple values =
        Tuple.tuple()
            .addUUID(token.id())
            .addValue(secret.sha256())
            .addUUID(token.personId())
            .addString(token.name())
            .addArrayOfString(words(token.scopes()))
            .addOffsetDateTime(token.createdAt().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(token.expiresAt().atOffset(ZoneOffset.UTC))
            .addInteger(config.perPerson());
    return pool.preparedQuery(MAKE).execute(values).invoke(this::oneOrTooMany).replaceWithVoid();
  }

  /** Empty if there is no such token, it has expired, or its person has been away for too long. */
  Uni<Optional<ApiToken>> find(Secret secret) {
    OffsetDateTime now = now();
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(secret.sha256(), now, now.minus(config.signedInWithin())))
        .map(rows -> rows.stream().findFirst().map(ApiTokenStore::token));
  }

  Uni<Void> used(UUID id, String address) {
    return pool.preparedQuery(USED).execute(Tuple.of(id, now(), address)).replaceWithVoid();
  }

  Uni<List<ApiToken>> of(UUID personId) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(ApiTokenStore::token).toList());
  }

  /** Says whether there was such a token. */
  Uni<Boolean> end(UUID personId, UUID id) {
    return pool.preparedQuery(END)
        .execute(Tuple.of(personId, id))
        .map(deleted -> deleted.rowCount() > 0);
  }

  Uni<Integer> endAll(UUID personId) {
    return pool.preparedQuery(END_ALL).execute(Tuple.of(personId)).map(RowSet::rowCount);
  }

  private void oneOrTooMany(RowSet<Row> made) {
    if (made.rowCount() == 0) {
      throw Problems.conflict(
          "too-many-tokens",
          "You have %d tokens. Revoke one that is not needed any more."
              .formatted(config.perPerson()));
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static String[] words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).sorted().toArray(String[]::new);
  }

  private static ApiToken token(Row row) {
    return new ApiToken(
        row.getUUID("id"),
        row.getUUID("person_id"),
        row.getString("name"),
        Arrays.stream(row.getArrayOfStrings("scopes"))
            .map(word -> Scope.of(word))
            .collect(Collectors.toSet()),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        instant(row.getOffsetDateTime("last_used_at")),
        row.getString("last_used_from"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
