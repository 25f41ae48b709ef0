package dev.liveartifacts.demo.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The meetings of a period, the earliest first. */
public record MeetingList(
    Instant asOf, LocalDate from, LocalDate to, int count, List<MeetingView> meetings) {}
