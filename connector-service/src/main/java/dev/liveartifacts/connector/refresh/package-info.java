/**
 * {@code refresh.requested → RefreshConsumer → Runs → Calls → RunStore → RefreshPublisher →
 * refresh.finished}.
 */
@NullMarked
package dev.liveartifacts.connector.refresh;

import org.jspecify.annotations.NullMarked;
