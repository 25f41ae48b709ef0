package dev.liveartifacts.connector.fetch;

import io.vertx.core.buffer.Buffer;

/** What an address answered with. */
sealed interface Fetched {
  /** The bytes of an HTML page. */
  record Page(Buffer html) implements Fetched {}

  /** Look elsewhere. */
  record Moved(String location) implements Fetched {}
}
