package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.delivery.DeliveryStore;
import dev.liveartifacts.artifact.delivery.Message;
import dev.liveartifacts.artifact.notice.NoticeStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what was found, and what is told about it, in one transaction. Whoever looked at the
 * same data at the same time finds that it is done.
 */
@Singleton
class EvaluationStore {
  private static final String DUE =
      "select "
          + AlertRow.COLUMNS
          + """
          where not a.paused and exists (
            select 1 from snapshot s
            where s.artifact_id = a.artifact_id and (s.taken_at, s.id) > (a.seen_at, a.seen_id))
          order by a.seen_at, a.id
          limit $1
          """;
  private static final String STAND =
      """
      update alert set last = $4, firing = $5, seen_at = $6, seen_id = $7, found = $8, found_at = $6,
        trouble = $9
      where id = $1 and seen_at = $2 and seen_id = $3 and not paused
      """;
  private static final String BEGIN =
      """
      insert into alert_episode (id, alert_id, snapshot_id, began_at, words)
      values ($1, $2, $3, $4, $5)
      """;
  private static final String END =
      """
      update alert_episode set ended_at = $2, over_words = $3
      where alert_id = $1 and ended_at is null
      returning id
      """;

  private final Pool pool;
  private final NoticeStore notices;
  private final DeliveryStore deliveries;
  private final Letters letters;

  EvaluationStore(Pool pool, NoticeStore notices, DeliveryStore deliveries, Letters letters) {
    this.pool = pool;
    this.notices = notices;
    this.deliveries = deliveries;
    this.letters = letters;
  }

  /** Those for which there is data that they have not looked at. */
  Uni<List<Alert>> due(int limit) {
    return pool.preparedQuery(DUE)
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(AlertRow::read).toList());
  }

  /** False if somebody else has looked at it meanwhile, or the alert was changed. */
  Uni<Boolean> keep(Finding finding) {
    return pool.withTransaction(transaction ->
        stand(transaction, finding)
            .flatMap(first ->
                first
                    ? tell(transaction, finding).replaceWith(true)
                    : Uni.createFrom().item(false)));
  }

  /** Puts one message in line that nothing has happened for. */
  Uni<Void> test(Alert alert, Happening happening) {
    return pool.withTransaction(
        transaction -> send(transaction, letters.messages(alert, happening)));
  }

  private static Uni<Boolean> stand(SqlConnection transaction, Finding finding) {
    Alert.Standing before = finding.alert().standing();
    return transaction
        .preparedQuery(STAND)
        .execute(
            Tuple.tuple()
                .addUUID(finding.alert().id())
                .addOffsetDateTime(before.seenAt().atOffset(ZoneOffset.UTC))
                .addUUID(before.seenId())
                .addString(finding.step().course().last())
                .addBoolean(finding.step().course().firing())
                .addOffsetDateTime(finding.takenAt().atOffset(ZoneOffset.UTC))
                .addUUID(finding.snapshotId())
                .addString(finding.words())
                .addString(finding.trouble()))
        .map(rows -> rows.rowCount() == 1);
  }

  private Uni<Void> tell(SqlConnection transaction, Finding finding) {
    return switch (finding.step().turn()) {
      case BEGINS -> begin(transaction, finding);
      case ENDS -> end(transaction, finding);
      case UNKNOWN -> unknown(transaction, finding);
      case CALM, GOES_ON -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> begin(SqlConnection transaction, Finding finding) {
    UUID episode = UUID.randomUUID();
    return transaction
        .preparedQuery(BEGIN)
        .execute(
            Tuple.of(
                episode,
                finding.alert().id(),
                finding.snapshotId(),
                finding.takenAt().atOffset(ZoneOffset.UTC),
                finding.words()))
        .flatMap(begun ->
            tell(transaction, finding.alert(), finding.happening(Happening.Kind.BEGAN, episode)));
  }

  private Uni<Void> end(SqlConnection transaction, Finding finding) {
    Instant takenAt = finding.takenAt();
    return transaction
        .preparedQuery(END)
        .execute(Tuple.of(finding.alert().id(), takenAt.atOffset(ZoneOffset.UTC), finding.words()))
        .map(rows -> rows.stream().findFirst().map((Row row) -> row.getUUID("id")))
        .flatMap(episode -> over(transaction, finding, episode));
  }

  private Uni<Void> over(SqlConnection transaction, Finding finding, Optional<UUID> episode) {
    if (episode.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Alert alert = finding.alert();
    String line = letters.overMeanwhile(alert, finding.takenAt(), finding.words());
    return alert.tellWhenOver()
        ? tell(transaction, alert, finding.happening(Happening.Kind.OVER, episode.get()))
        : deliveries.addToHeld(transaction, episode.get(), line);
  }

  /** Told once, when it begins. */
  private Uni<Void> unknown(SqlConnection transaction, Finding finding) {
    boolean known = finding.alert().standing().trouble() != null;
    return finding.trouble() == null || known
        ? Uni.createFrom().voidItem()
        : tell(
            transaction,
            finding.alert(),
            finding.happening(Happening.Kind.UNREADABLE, finding.snapshotId()));
  }

  private Uni<Void> tell(SqlConnection transaction, Alert alert, Happening happening) {
    return notices
        .tell(transaction, letters.notice(alert, happening))
        .flatMap(told -> send(transaction, letters.messages(alert, happening)));
  }

  private Uni<Void> send(SqlConnection transaction, List<Message> messages) {
    return Multi.createFrom()
        .iterable(messages)
        .onItem()
        .transformToUniAndConcatenate(message -> deliveries.put(transaction, message))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
