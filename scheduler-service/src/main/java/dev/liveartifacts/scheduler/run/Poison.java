package dev.liveartifacts.scheduler.run;

import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a failure of the event itself, which no retry heals, from one of the world around it. */
final class Poison {
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration SLOWEST_RETRY = Duration.ofSeconds(10);

  private Poison() {}

  /**
   * Fails unless both are there: JSON may leave out what a record says is never null.
   *
   * @throws IllegalArgumentException with the reason that the parked event gets
   */
  static <E> void refuseWithout(
      @Nullable E event,
      Function<E, @Nullable Object> first,
      Function<E, @Nullable Object> second) {
    if (event == null || first.apply(event) == null || second.apply(event) == null) {
      throw new IllegalArgumentException("The event lacks a field that it must have");
    }
  }

  /** Tries again for as long as the failure may pass. */
  static Uni<Void> untilItPasses(Uni<Void> work) {
    return work.onFailure(Poison::mayPass)
        .retry()
        .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
        .indefinitely();
  }

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
