package dev.liveartifacts.scheduler.run;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a failure of the event itself, which no retry heals, from one of the world around it. */
final class Poison {
  private Poison() {}

  static boolean mayPass(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .noneMatch(Poison::isAboutTheData);
  }

  /** SQL states 22 and 23: the data cannot be stored, however often it is tried. */
  private static boolean isAboutTheData(Throwable cause) {
    return cause instanceof SQLException database
        && database.getSQLState() instanceof String state
        && (state.startsWith("22") || state.startsWith("23"));
  }
}
