package dev.liveartifacts.connector.replica;

import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/** What came of asking Redis. */
public sealed interface Reply {
  /** Redis answered; null is its nil. */
  record Given(@Nullable Response response) implements Reply {}

  /** Redis is away, or too slow to be of use. */
  record Away() implements Reply {}
}
