package dev.liveartifacts.artifact.pausing;

import dev.liveartifacts.artifact.delivery.Channels;
import dev.liveartifacts.artifact.delivery.DeliveryStore;
import dev.liveartifacts.artifact.notice.NoticeStore;
import dev.liveartifacts.contracts.refresh.SchedulePaused;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells owners about schedules that paused themselves, each time once. */
@Singleton
class PausedScheduleStore {
  private static final String OWNER =
      """
      select p.id, p.email,
        case when a.owner_id = p.id or exists (
          select 1 from share s
          where s.artifact_id = a.id and s.kind = 'person' and s.subject = lower(p.email))
          then a.title end as title
      from person p left join artifact a on a.id = $2
      where p.subject = $1
      order by a.owner_id = p.id desc nulls last, p.last_seen_at desc
      limit 1
      """;

  private final Pool pool;
  private final NoticeStore notices;
  private final DeliveryStore deliveries;
  private final Channels channels;

  PausedScheduleStore(Pool pool, NoticeStore notices, DeliveryStore deliveries, Channels channels) {
    this.pool = pool;
    this.notices = notices;
    this.deliveries = deliveries;
    this.channels = channels;
  }

  Uni<Void> tell(SchedulePaused event) {
    return pool.withTransaction(transaction ->
        transaction
            .preparedQuery(OWNER)
            .execute(Tuple.of(event.ownerId(), event.artifactId()))
            .map(rows -> rows.stream().findFirst().map(row -> paused(event, row)))
            .flatMap(found -> tell(transaction, found)));
  }

  private Uni<Void> tell(SqlConnection transaction, Optional<PausedSchedule> found) {
    return found.isEmpty()
        ? Uni.createFrom().voidItem()
        : notices
            .tell(transaction, found.get().notice())
            .flatMap(told -> told ? mail(transaction, found.get()) : Uni.createFrom().voidItem());
  }

  private Uni<Void> mail(SqlConnection transaction, PausedSchedule paused) {
    return channels.mailIsSetUp()
        ? paused
            .mail(channels.link(PausedSchedule.screen()))
            .map(mail -> deliveries.put(transaction, mail))
            .orElseGet(() -> Uni.createFrom().voidItem())
        : Uni.createFrom().voidItem();
  }

  private static PausedSchedule paused(SchedulePaused event, Row row) {
    return new PausedSchedule(
        event, row.getUUID("id"), row.getString("email"), row.getString("title"));
  }
}
