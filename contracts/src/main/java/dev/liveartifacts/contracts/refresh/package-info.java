/**
 * {@code scheduler → RefreshRequested → connector → RefreshFinished → scheduler, artifact}, over
 * Kafka.
 */
@NullMarked
package dev.liveartifacts.contracts.refresh;

import org.jspecify.annotations.NullMarked;
