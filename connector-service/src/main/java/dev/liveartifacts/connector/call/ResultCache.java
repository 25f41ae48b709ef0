package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.replica.Reply;
import dev.liveartifacts.connector.replica.SharedCache;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Good results in Redis: one round trip to read one. Without Redis there are none. */
@ApplicationScoped
public class ResultCache {
  private static final Logger LOG = Logger.getLogger(ResultCache.class);

  private final SharedCache shared;
  private final CallConfig config;

  public ResultCache(SharedCache shared, CallConfig config) {
    this.shared = shared;
    this.config = config;
  }

  Uni<Optional<StoredResult>> find(FlightKey key) {
    return shared.ask(Request.cmd(Command.GET).arg(key.result())).map(ResultCache::read);
  }

  Uni<Void> keep(FlightKey key, StoredResult result) {
    return shared
        .ask(
            Request.cmd(Command.SET)
                .arg(key.result())
                .arg(result.bytes())
                .arg("PX")
                .arg(config.keptFor().toMillis()))
        .replaceWithVoid();
  }

  private static Optional<StoredResult> read(Reply reply) {
    if (!(reply instanceof Reply.Given(var response)) || response == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(StoredResult.read(response.toBytes()));
    } catch (IllegalArgumentException e) {
      LOG.warnf("A result in Redis is not readable: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
