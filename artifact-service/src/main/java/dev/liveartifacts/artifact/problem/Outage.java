package dev.liveartifacts.artifact.problem;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached for now from a failure of ours. */
final class Outage {
  /** What Vert.x says where no connection became free in time; it has no type of its own for it. */
  private static final Set<String> NONE_FREE = Set.of("Timeout", "Timeout waiting for connection");

  private Outage() {}

  static boolean isIn(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Outage::isOne);
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ClosedConnectionException
        || waitedInVain(cause)
        || cause instanceof PgException database && passes(database.getSqlState());
  }

  private static boolean waitedInVain(Throwable cause) {
    return (cause instanceof VertxException || cause instanceof NoStackTraceThrowable)
        && NONE_FREE.contains(String.valueOf(cause.getMessage()));
  }

  /**
   * Classes 08, 53 and 57P: the connection, the resources, an operator's hand (PostgreSQL, appendix
   * A).
   */
  private static boolean passes(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
  }
}
