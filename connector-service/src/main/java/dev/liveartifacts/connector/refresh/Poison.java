package dev.liveartifacts.connector.refresh;

import io.vertx.pgclient.PgException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a failure of the event itself, which no repeat heals, from one of the world around it. */
final class Poison {
  private Poison() {}

  static boolean isIn(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(Poison::isAboutTheData);
  }

  /** SQL state 22: the data cannot be stored, however often it is tried. */
  private static boolean isAboutTheData(Throwable cause) {
    return cause instanceof PgException database
        && database.getSqlState() instanceof String state
        && state.startsWith("22");
  }
}
