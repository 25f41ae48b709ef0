/**
 * {@code RunStore → OutboxLoop → RefreshRequestedPublisher → Kafka → RefreshFinishedConsumer →
 * RunStore}.
 */
@NullMarked
package dev.liveartifacts.scheduler.run;

import org.jspecify.annotations.NullMarked;
