package dev.liveartifacts.scheduler.run;

import io.vertx.pgclient.PgException;
import java.util.stream.Stream;

/** Tells a failure of the event itself, which no retry heals, from one of the world around it. */
final class Poison {
  private Poison() {}

  static boolean mayPass(Throwable failure) {
    return !Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(Poison::isAboutTheData);
  }

  /** SQL states 22 and 23: the data cannot be stored, however often it is tried. */
  private static boolean isAboutTheData(Throwable cause) {
    return cause instanceof PgException database
        && (database.getSqlState().startsWith("22") || database.getSqlState().startsWith("23"));
  }
}
