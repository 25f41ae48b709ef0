package dev.liveartifacts.scheduler.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A timetable as somebody typed it. */
public record TimetableText(
    @NotBlank @Size(max = 200) String cron, @NotBlank @Size(max = 100) String timeZone) {}
