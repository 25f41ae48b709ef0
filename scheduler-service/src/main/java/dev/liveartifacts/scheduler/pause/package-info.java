/**
 * {@code Pauses → PauseRow → PauseNoticeTask → SchedulePausedPublisher → Kafka}: that a schedule
 * paused by itself is told for certain.
 */
@NullMarked
package dev.liveartifacts.scheduler.pause;

import org.jspecify.annotations.NullMarked;
