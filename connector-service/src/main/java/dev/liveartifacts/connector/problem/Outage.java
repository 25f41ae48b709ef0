package dev.liveartifacts.connector.problem;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached for now from a failure of ours. */
final class Outage {
  private Outage() {}

  static boolean isIn(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Outage::isOne);
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ClosedConnectionException
        || cause instanceof PgException database && passes(database.getSqlState());
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
