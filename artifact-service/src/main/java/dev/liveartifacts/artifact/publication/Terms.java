package dev.liveartifacts.artifact.publication;

import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.embed.Sites;
import dev.liveartifacts.artifact.problem.Problems;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks how an owner wants a public link to be used. */
@Singleton
class Terms {
  private final PublicationConfig config;
  private final Origins origins;
  private final Clock clock;

  Terms(PublicationConfig config, Origins origins, Clock clock) {
    this.config = config;
    this.origins = origins;
    this.clock = clock;
  }

  void checkAllowed() {
    if (!config.allowed()) {
      throw Problems.notAllowed(
          "Public links are switched off in this workspace. Share with people instead.");
    }
  }

  /**
   * When the link ends.
   *
   * @param wished null: not before it is taken back
   */
  @Nullable Instant end(@Nullable Instant wished) {
    Instant now = clock.instant();
    if (wished != null && !wished.isAfter(now)) {
      throw Problems.badRequest("Choose an end that is still to come.");
    }
    config
        .longest()
        .filter(most -> wished == null || wished.isAfter(now.plus(most)))
        .ifPresent(Terms::refuseBeyond);
    return wished;
  }

  /** The sites that may show it. */
  List<String> sites(List<String> wished) {
    return Sites.of(wished, origins.app());
  }

  private static void refuseBeyond(Duration most) {
    throw Problems.badRequest(
        "Public links end after %d days at the latest here. Choose an earlier end."
            .formatted(Math.max(1, most.toDays())));
  }
}
