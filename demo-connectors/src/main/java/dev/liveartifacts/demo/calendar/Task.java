package dev.liveartifacts.demo.calendar;

import java.time.Instant;

/** Something to prepare for a meeting, and when it is done. */
record Task(String title, Instant doneAt) {}
