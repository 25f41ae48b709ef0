package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.ShareKind;
import dev.liveartifacts.artifact.delivery.Channels;
import dev.liveartifacts.artifact.delivery.DeliveryStore;
import dev.liveartifacts.artifact.notice.NoticeStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Tells who was let in, in the transaction that lets them in: a notice if they have been here, a
 * mail if they have not. Groups and the workspace find what is shared with them in the gallery.
 */
@Singleton
class AnnouncementStore {
  private static final String KNOWN = "select id from person where lower(email) = $1";

  private final NoticeStore notices;
  private final DeliveryStore deliveries;
  private final Channels channels;
  private final Clock clock;

  AnnouncementStore(NoticeStore notices, DeliveryStore deliveries, Channels channels, Clock clock) {
    this.notices = notices;
    this.deliveries = deliveries;
    this.channels = channels;
    this.clock = clock;
  }

  Uni<Void> tell(SqlClient transaction, Announcement news) {
    return news.invitation().kind() == ShareKind.PERSON
        ? tell(transaction, news, Objects.requireNonNull(news.invitation().subject()))
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> tell(SqlClient transaction, Announcement news, String address) {
    return transaction
        .preparedQuery(KNOWN)
        .execute(Tuple.of(address))
        .map(rows -> rows.stream().map((Row row) -> row.getUUID("id")).toList())
        .flatMap(known ->
            known.isEmpty() ? mail(transaction, news, address) : notify(transaction, news, known));
  }

  private Uni<Void> notify(SqlClient transaction, Announcement news, List<UUID> people) {
    return Multi.createFrom()
        .iterable(people)
        .onItem()
        .transformToUniAndConcatenate(person -> notices.tell(transaction, news.notice(person)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> mail(SqlClient transaction, Announcement news, String address) {
    return channels.mailIsSetUp()
        ? deliveries.put(
            transaction, news.mail(address, channels.link(news.path()), clock.instant()))
        : Uni.createFrom().voidItem();
  }
}
