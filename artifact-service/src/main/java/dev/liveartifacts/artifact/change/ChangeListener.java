package dev.liveartifacts.artifact.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what every replica announces through PostgreSQL when it commits, and tells the beans here.
 *
 * <p>While the connection is down nothing is heard, so {@link Change#MISSED} follows each time it
 * comes back.
 */
@ApplicationScoped
class ChangeListener {
  private static final Logger LOG = Logger.getLogger(ChangeListener.class);
  private static final long RETRY_MILLIS = 1_000;

  private final Vertx vertx;
  private final Pool pool;
  private final Event<Change> changes;
  private volatile boolean stopped;
  private volatile @Nullable SqlConnection connection;

  ChangeListener(Vertx vertx, Pool pool, Event<Change> changes) {
    this.vertx = vertx;
    this.pool = pool;
    this.changes = changes;
  }

  void start(@Observes StartupEvent event) {
    listen();
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    SqlConnection open = connection;
    if (open != null) {
      open.close();
    }
  }

  private void listen() {
    pool.getConnection().onSuccess(this::subscribe).onFailure(this::tryAgain);
  }

  private void subscribe(SqlConnection fresh) {
    connection = fresh;
    PgConnection.cast(fresh).notificationHandler(this::heard);
    fresh.closeHandler(closed -> again());
    fresh
        .query("listen live_change")
        .execute()
        .onSuccess(ready -> changes.fire(Change.MISSED))
        .onFailure(failed -> fresh.close());
  }

  private void tryAgain(Throwable failure) {
    LOG.warnf("Cannot listen for changes, trying again: %s", failure.getMessage());
    again();
  }

  private void again() {
    if (!stopped) {
      vertx.setTimer(RETRY_MILLIS, timer -> listen());
    }
  }

  private void heard(PgNotification notification) {
    changes.fire(change(new JsonObject(notification.getPayload())));
  }

  static Change change(JsonObject json) {
    return new Change(
        Change.Kind.of(json.getString("kind")),
        id(json.getString("artifactId")),
        id(json.getString("personId")),
        json.getLong("number"),
        refresh(json.getJsonObject("refresh")));
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private static @Nullable Refresh refresh(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Refresh(
            UUID.fromString(json.getString("runId")),
            UUID.fromString(json.getString("snapshotId")),
            json.getString("outcome"),
            OffsetDateTime.parse(json.getString("takenAt")).toInstant());
  }
}
