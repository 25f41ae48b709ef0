package dev.liveartifacts.connector.replica;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Redis, as something that may be gone: every request ends in time with a {@link Reply}, never with
 * a failure. After a failure Redis is left alone for a moment, so that its absence costs calls
 * nothing. Thread-safe.
 */
@ApplicationScoped
public class SharedCache {
  private static final Logger LOG = Logger.getLogger(SharedCache.class);

  private final Vertx vertx;
  private final Redis redis;
  private final ReplicaConfig config;
  private final Patience patience;
  private final Absence absence;
  private volatile boolean closing;

  public SharedCache(Vertx vertx, Redis redis, ReplicaConfig config, MeterRegistry metrics) {
    this.vertx = vertx;
    this.redis = redis;
    this.config = config;
    this.patience = new Patience(vertx, config.timeout());
    this.absence = new Absence(config.pause());
    metrics.gauge("live.redis.away", this, cache -> cache.isAway() ? 1 : 0);
  }

  public boolean isAway() {
    return absence.isAway();
  }

  public Uni<Reply> ask(Request request) {
    if (!absence.lets(System.nanoTime())) {
      return Uni.createFrom().item(new Reply.Away());
    }
    return patience
        .await(() -> redis.send(request))
        .<Reply>map(Reply.Given::new)
        .invoke(absence::end)
        .onFailure()
        .recoverWithItem(this::failed);
  }

  /**
   * Hears what is published on a channel from now on, for as long as this replica lives. Messages
   * that fall into an absence of Redis are lost.
   */
  public void listen(String channel, Consumer<String> messages) {
    redis
        .connect()
        .onSuccess(connection -> subscribe(connection, channel, messages))
        .onFailure(failure -> listenLater(channel, messages));
  }

  private void subscribe(RedisConnection connection, String channel, Consumer<String> messages) {
    connection.handler(pushed -> hear(pushed, messages));
    connection.exceptionHandler(failure -> {});
    connection.endHandler(end -> listenLater(channel, messages));
    connection
        .send(Request.cmd(Command.SUBSCRIBE).arg(channel))
        .onFailure(failure -> connection.close());
  }

  private void listenLater(String channel, Consumer<String> messages) {
    if (closing) {
      return;
    }
    vertx.setTimer(config.pause().toMillis(), timer -> listen(channel, messages));
  }

  @PreDestroy
  void close() {
    closing = true;
  }

  private static void hear(Response pushed, Consumer<String> messages) {
    if (pushed.size() == 3 && "message".equals(pushed.get(0).toString())) {
      messages.accept(pushed.get(2).toString());
    }
  }

  private Reply failed(Throwable failure) {
    if (failure instanceof ErrorType) {
      LOG.warnf("Redis refused a command: %s", failure.getMessage());
    } else if (absence.begin(System.nanoTime())) {
      LOG.warnf("Redis is away (%s): going on without it", failure.getClass().getSimpleName());
    }
    return new Reply.Away();
  }
}
