package dev.liveartifacts.scheduler.fire;

import dev.liveartifacts.scheduler.schedule.Timer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due time to be written down.
 *
 * @param next where the schedule moves on to
 * @param obstacle why no run is made of it
 */
record Fired(
    Timer timer,
    Instant due,
    Instant next,
    @Nullable String obstacle,
    @Nullable String traceparent) {}
