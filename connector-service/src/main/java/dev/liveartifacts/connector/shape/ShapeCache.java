package dev.liveartifacts.connector.shape;

import dev.liveartifacts.connector.replica.Reply;
import dev.liveartifacts.connector.replica.SharedCache;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is known of the structure of each call's results, in Redis. Without it every result is
 * judged by itself.
 */
@ApplicationScoped
public class ShapeCache {
  private static final Logger LOG = Logger.getLogger(ShapeCache.class);

  private final SharedCache shared;
  private final ShapeConfig config;

  public ShapeCache(SharedCache shared, ShapeConfig config) {
    this.shared = shared;
    this.config = config;
  }

  /** What is known, and from now on remembered for as long again. */
  Uni<Optional<Shape>> find(String callKey) {
    return shared
        .ask(
            Request.cmd(Command.GETEX)
                .arg(key(callKey))
                .arg("PX")
                .arg(config.remember().toMillis()))
        .map(ShapeCache::read);
  }

  Uni<Void> keep(String callKey, Shape shape) {
    return shared
        .ask(
            Request.cmd(Command.SET)
                .arg(key(callKey))
                .arg(ShapeText.write(shape))
                .arg("PX")
                .arg(config.remember().toMillis()))
        .replaceWithVoid();
  }

  private static String key(String callKey) {
    return "live:shape:" + callKey;
  }

  private static Optional<Shape> read(Reply reply) {
    if (!(reply instanceof Reply.Given(var response)) || response == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ShapeText.read(response.toString()));
    } catch (IllegalArgumentException e) {
      LOG.warnf("A shape in Redis is not readable: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
