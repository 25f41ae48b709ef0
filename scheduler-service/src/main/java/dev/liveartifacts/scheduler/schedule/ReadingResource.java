package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.cron.Timetable;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;

/** Says what a timetable means before it is used. */
@Path("/api/schedules/reading")
@Authenticated
public class ReadingResource {
  private static final int TIMES = 5;

  private final ScheduleLimits limits;
  private final Clock clock;

  ReadingResource(ScheduleLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  @POST
  @NonBlocking
  public Reading read(@Valid @NotNull TimetableText text) {
    Timetable timetable = limits.read(text.cron(), text.timeZone());
    return new Reading(timetable.inWords(), timetable.next(clock.instant(), TIMES));
  }
}
