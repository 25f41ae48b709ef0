/**
 * {@code schedule.paused → SchedulePausedConsumer → PausedScheduleStore → notice, delivery}: a
 * schedule that stopped is told to its owner.
 */
@NullMarked
package dev.liveartifacts.artifact.pausing;

import org.jspecify.annotations.NullMarked;
