package dev.liveartifacts.demo.calendar;

import dev.liveartifacts.demo.acme.Colleague;
import dev.liveartifacts.demo.acme.Company;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment.
 *
 * @param company whom it is with; null for an internal one
 */
record Meeting(
    String id,
    String title,
    @Nullable Company company,
    List<Colleague> attendees,
    String place,
    Instant start,
    Instant end,
    List<Task> tasks) {}
