/** {@code HTTP → ScheduleResource → ScheduleAccess → ScheduleRow → ScheduleStore, TimerStore}. */
@NullMarked
package dev.liveartifacts.scheduler.schedule;

import org.jspecify.annotations.NullMarked;
