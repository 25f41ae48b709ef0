/**
 * {@code Kafka → RefreshFinishedConsumer → FinishedRunStore → IntakeLoop → Intake → ResultsClient →
 * snapshot}: the results of runs are fetched and kept.
 */
@NullMarked
package dev.liveartifacts.artifact.intake;

import org.jspecify.annotations.NullMarked;
