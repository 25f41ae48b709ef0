/**
 * {@code scheduler → RefreshRequested → connector → RefreshProgress, RefreshFinished → scheduler,
 * artifact}, and {@code scheduler → SchedulePaused → artifact}, over Kafka; {@code connector →
 * RunResult → artifact}, over HTTP.
 */
@NullMarked
package dev.liveartifacts.contracts.refresh;

import org.jspecify.annotations.NullMarked;
