/**
 * {@code refresh.requested → RefreshConsumer → RunPlan → Runs → RunCalls → RunCallStore → RunStore
 * → RefreshPublisher → refresh.finished}, with {@code refresh.progress} on the way, and {@code
 * RunResultsResource ← HTTP} after.
 */
@NullMarked
package dev.liveartifacts.connector.refresh;

import org.jspecify.annotations.NullMarked;
