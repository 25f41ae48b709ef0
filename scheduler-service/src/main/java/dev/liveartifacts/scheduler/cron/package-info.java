/** {@code "0 7 * * 1-5", "Europe/Berlin" → Timetable → next instants, words}. Pure, no clock. */
@NullMarked
package dev.liveartifacts.scheduler.cron;

import org.jspecify.annotations.NullMarked;
