/** {@code schedule → fire → run → Kafka → run}: when artifacts refresh, and how that went. */
@NullMarked
package dev.liveartifacts.scheduler;

import org.jspecify.annotations.NullMarked;
