/**
 * {@code recorded calls → Proposals → ProposalResource → owner → Review → DelegationClient →
 * connector-service}, and {@code SchedulesResource → scheduler-service} after.
 */
@NullMarked
package dev.liveartifacts.artifact.delegation;

import org.jspecify.annotations.NullMarked;
