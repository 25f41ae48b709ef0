/** {@code db-scheduler → FiringTask → FiringStore → OutboxLoop}: what is due becomes a run. */
@NullMarked
package dev.liveartifacts.scheduler.fire;

import org.jspecify.annotations.NullMarked;
