package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.notice.NoticeStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Messages on their way out. Each is sent at least once, by one replica at a time. */
@Singleton
public class DeliveryStore {
  private static final String PUT =
      """
      insert into delivery
        (id, kind, person_id, about, target, signer, title, body, href, created_at,
         next_at, until, occasion, artifact_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  /** Whoever takes one has it to themselves until the lease is over. */
  private static final String TAKE =
      """
      update delivery d set attempts = attempts + 1, next_at = $2
      where d.id in (
        select id from delivery where state = 'waiting' and next_at <= $1
        order by next_at limit $3 for update skip locked)
      returning id, person_id, about, artifact_id, target, signer, title, body, href, until, attempts
      """;

  private static final String DELIVERED =
      "update delivery set state = 'delivered', reason = null, done_at = $2 where id = $1";
  private static final String LATER = "update delivery set next_at = $2, reason = $3 where id = $1";
  private static final String GIVEN_UP =
      """
      update delivery set state = 'given_up', reason = $3, done_at = $2
      where id = $1 and state = 'waiting'
      """;
  private static final String WITHDRAW = "delete from delivery where id = $1 and state = 'waiting'";
  private static final String HELD =
      """
      update delivery set body = body || $2
      where occasion = $1 and kind = 'mail' and state = 'waiting' and attempts = 0
      """;
  private static final String LATEST =
      """
      select distinct on (about, kind) about, kind, state, reason, attempts, next_at, done_at
      from delivery where about = any($1)
      order by about, kind, created_at desc
      """;
  private static final String SINCE =
      "select count(*) as messages from delivery where about = $1 and created_at > $2";
  private static final String FORGET =
      "delete from delivery where state <> 'waiting' and done_at < $1";

  private final Pool pool;
  private final Clock clock;
  private final NoticeStore notices;

  DeliveryStore(Pool pool, Clock clock, NoticeStore notices) {
    this.pool = pool;
    this.notices = notices;
    this.clock = clock;
  }

  /** Puts a message in line, in the transaction of what it tells about. */
  public Uni<Void> put(SqlClient transaction, Message message) {
    Instant now = clock.instant();
    Instant first = message.notBefore().isAfter(now) ? message.notBefore() : now;
    Tuple values =
        Tuple.tuple()
            .addUUID(UUID.randomUUID())
            .addString(kind(message.target()))
            .addUUID(message.personId())
            .addUUID(message.about());
    switch (message.target()) {
      case Message.Target.Mail(String address) -> values.addString(address).addUUID(null);
      case Message.Target.Webhook(String url, UUID signer) -> values.addString(url).addUUID(signer);
    }
    values
        .addString(message.title())
        .addString(message.body())
        .addString(message.href())
        .addOffsetDateTime(at(now))
        .addOffsetDateTime(at(first))
        .addOffsetDateTime(at(first.plus(Backoff.PATIENCE)))
        .addUUID(message.occasion())
        .addUUID(message.artifactId());
    return transaction.preparedQuery(PUT).execute(values).replaceWithVoid();
  }

  /** Adds a line to the mails about an episode that were not tried yet. */
  public Uni<Void> addToHeld(SqlClient transaction, UUID occasion, String text) {
    return transaction.preparedQuery(HELD).execute(Tuple.of(occasion, text)).replaceWithVoid();
  }

  /** How the last message of each kind went, for each of these. */
  public Uni<List<Sent>> latest(List<UUID> about) {
    return about.isEmpty()
        ? Uni.createFrom().item(List.of())
        : pool.preparedQuery(LATEST)
            .execute(Tuple.tuple().addArrayOfUUID(about.toArray(UUID[]::new)))
            .map(rows -> rows.stream().map(DeliveryStore::sent).toList());
  }

  /** How many messages there were about something within this time. */
  public Uni<Integer> within(UUID about, Duration time) {
    return pool.preparedQuery(SINCE)
        .execute(Tuple.of(about, at(clock.instant().minus(time))))
        .map(rows -> rows.iterator().next().getInteger("messages"));
  }

  Uni<List<Delivery>> take(Duration lease, int most) {
    Instant now = clock.instant();
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(at(now), at(now.plus(lease)), most))
        .map(rows -> rows.stream().map(DeliveryStore::delivery).toList());
  }

  Uni<Void> delivered(UUID id) {
    return pool.preparedQuery(DELIVERED)
        .execute(Tuple.of(id, OffsetDateTime.now(clock)))
        .replaceWithVoid();
  }

  Uni<Void> later(UUID id, Instant next, String reason) {
    return pool.preparedQuery(LATER).execute(Tuple.of(id, at(next), reason)).replaceWithVoid();
  }

  /** Stops trying, and tells the person on whose behalf it was. */
  Uni<Void> giveUp(Delivery delivery, String reason) {
    return pool.withTransaction(transaction ->
        transaction
            .preparedQuery(GIVEN_UP)
            .execute(Tuple.of(delivery.id(), OffsetDateTime.now(clock), reason))
            .flatMap(given -> notices.tell(transaction, delivery.notDelivered(reason)))
            .replaceWithVoid());
  }

  /** It is not for its person any more. */
  Uni<Void> withdraw(UUID id) {
    return pool.preparedQuery(WITHDRAW).execute(Tuple.of(id)).replaceWithVoid();
  }

  Uni<Void> forget(Duration age) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(at(clock.instant().minus(age))))
        .replaceWithVoid();
  }

  private static String kind(Message.Target target) {
    return switch (target) {
      case Message.Target.Mail mail -> "mail";
      case Message.Target.Webhook webhook -> "webhook";
    };
  }

  private static Delivery delivery(Row row) {
    UUID signer = row.getUUID("signer");
    String target = row.getString("target");
    return new Delivery(
        row.getUUID("id"),
        row.getUUID("person_id"),
        row.getUUID("about"),
        row.getUUID("artifact_id"),
        signer == null
            ? new Message.Target.Mail(target)
            : new Message.Target.Webhook(target, signer),
        row.getString("title"),
        row.getString("body"),
        row.getString("href"),
        instant(row, "until"),
        row.getInteger("attempts"));
  }

  private static Sent sent(Row row) {
    String state = row.getString("state");
    boolean waiting = state.equals("waiting");
    return new Sent(
        row.getUUID("about"),
        row.getString("kind"),
        waiting && row.getInteger("attempts") == 0 ? "held" : state,
        instant(row, waiting ? "next_at" : "done_at"),
        row.getString("reason"));
  }

  private static Instant instant(Row row, String column) {
    return Objects.requireNonNull(row.getOffsetDateTime(column)).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
