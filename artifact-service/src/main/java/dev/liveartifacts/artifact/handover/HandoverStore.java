package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.delivery.Channels;
import dev.liveartifacts.artifact.delivery.DeliveryStore;
import dev.liveartifacts.artifact.notice.NoticeStore;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes an artifact's owner, and writes down what is left to do, in one transaction. */
@Singleton
class HandoverStore {
  private static final String OWNED =
      """
      select a.title, p.id, p.name, p.email
      from artifact a join person p on p.id = a.owner_id
      where a.id = $1
      for update of a
      """;
  private static final String GIVE = "update artifact set owner_id = $2 where id = $1";
  private static final String UNSHARE =
      "delete from share where artifact_id = $1 and kind = 'person' and subject = any($2)";
  private static final String KEEP_AS_EDITOR =
      """
      insert into share (id, artifact_id, kind, subject, role, created_by, created_at)
      select $1, $2, 'person', $3, 'editor', $4, $5 where $3::text is not null
      """;

  /** Handles are their owner's words; recorded calls have arguments that were their owner's. */
  private static final List<String> FORGET =
      List.of(
          "delete from artifact_handle where artifact_id = $1",
          "delete from recorded_call where artifact_id = $1");

  private static final String LEFT_TO_DO =
      "insert into handover (id, artifact_id, person_id, at, next_at) values ($1, $2, $3, $4, $4)";
  private static final String BY_ADDRESS =
      "select id from person where lower(email) = $1 order by last_seen_at desc limit 1";

  /** An artifact and whose it is. */
  record Owned(Former owner, String title) {}

  private final Pool pool;
  private final NoticeStore notices;
  private final DeliveryStore deliveries;
  private final Channels channels;
  private final Clock clock;

  HandoverStore(
      Pool pool, NoticeStore notices, DeliveryStore deliveries, Channels channels, Clock clock) {
    this.pool = pool;
    this.notices = notices;
    this.deliveries = deliveries;
    this.channels = channels;
    this.clock = clock;
  }

  /** Whoever was here last with this address. */
  Uni<Optional<UUID>> withAddress(String email) {
    return pool.preparedQuery(BY_ADDRESS)
        .execute(Tuple.of(email))
        .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("id")));
  }

  /**
   * Gives the artifact to somebody else.
   *
   * @param by its owner, or an administrator
   * @param asOwner true if {@code by} has to be its owner, and stays as an editor
   */
  Uni<Void> give(UUID artifactId, Person by, boolean asOwner, Person to) {
    return pool.withTransaction(transaction ->
        transaction
            .preparedQuery(OWNED)
            .execute(Tuple.of(artifactId))
            .map(rows -> rows.stream().findFirst().map(HandoverStore::owned))
            .map(found -> found.orElseThrow(() -> Problems.notFound("artifact")))
            .invoke(owned -> check(owned, by, asOwner, to))
            .map(owned ->
                new Handover(
                    UUID.randomUUID(),
                    artifactId,
                    owned.title(),
                    by,
                    owned.owner(),
                    to,
                    clock.instant()))
            .flatMap(handover -> give(transaction, handover)));
  }

  private static void check(Owned owned, Person by, boolean asOwner, Person to) {
    if (asOwner && !owned.owner().id().equals(by.id())) {
      throw Problems.conflict("owner-changed", "This artifact has another owner by now.");
    }
    if (owned.owner().id().equals(to.id())) {
      throw Problems.conflict("owner-already", "%s is its owner already.".formatted(to.name()));
    }
  }

  private Uni<Void> give(SqlClient transaction, Handover handover) {
    return transaction
        .preparedQuery(GIVE)
        .execute(Tuple.of(handover.artifactId(), handover.to().id()))
        .flatMap(given -> share(transaction, handover))
        .flatMap(shared -> forget(transaction, handover))
        .flatMap(forgotten -> leave(transaction, handover))
        .flatMap(left -> tell(transaction, handover));
  }

  private Uni<Void> share(SqlClient transaction, Handover handover) {
    String[] both = {handover.from().email(), handover.to().email()};
    Tuple editor =
        Tuple.of(
            UUID.randomUUID(),
            handover.artifactId(),
            handover.from().email(),
            handover.by().id(),
            handover.at().atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(UNSHARE)
        .execute(Tuple.of(handover.artifactId(), both))
        .flatMap(unshared ->
            handover.isGift()
                ? transaction.preparedQuery(KEEP_AS_EDITOR).execute(editor).replaceWithVoid()
                : Uni.createFrom().voidItem());
  }

  private static Uni<Void> forget(SqlClient transaction, Handover handover) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String statement : FORGET) {
      done =
          done.flatMap(before ->
              transaction
                  .preparedQuery(statement)
                  .execute(Tuple.of(handover.artifactId()))
                  .replaceWithVoid());
    }
    return done;
  }

  private static Uni<Void> leave(SqlClient transaction, Handover handover) {
    return transaction
        .preparedQuery(LEFT_TO_DO)
        .execute(
            Tuple.of(
                handover.id(),
                handover.artifactId(),
                handover.from().id(),
                handover.at().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private Uni<Void> tell(SqlClient transaction, Handover handover) {
    Uni<?> told = notices.tell(transaction, handover.toNewOwner());
    if (handover.toFormerOwner().isPresent()) {
      told = told.flatMap(first -> notices.tell(transaction, handover.toFormerOwner().get()));
    }
    return told.flatMap(both -> mail(transaction, handover));
  }

  private Uni<Void> mail(SqlClient transaction, Handover handover) {
    return channels.mailIsSetUp()
        ? handover
            .mail(channels.link(handover.path()))
            .map(mail -> deliveries.put(transaction, mail))
            .orElseGet(() -> Uni.createFrom().voidItem())
        : Uni.createFrom().voidItem();
  }

  private static Owned owned(Row row) {
    return new Owned(
        new Former(row.getUUID("id"), row.getString("name"), row.getString("email")),
        row.getString("title"));
  }
}
