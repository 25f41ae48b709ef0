package dev.liveartifacts.scheduler.fire;

import java.time.Instant;

/** A schedule when its timer rings. */
record DueSchedule(String cron, String timeZone, Instant nextAt) {}
