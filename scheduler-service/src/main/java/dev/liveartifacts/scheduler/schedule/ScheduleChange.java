package dev.liveartifacts.scheduler.schedule;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be different about a schedule; what is null stays. */
public record ScheduleChange(
    @Nullable @Size(max = 200) String cron,
    @Nullable @Size(max = 100) String timeZone,
    @Nullable Boolean paused,
    @Nullable UUID delegationId) {}
