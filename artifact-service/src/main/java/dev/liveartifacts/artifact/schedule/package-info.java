/** {@code RecordedCallStore → SchedulesResource → DelegationClient → scheduler-service}. */
@NullMarked
package dev.liveartifacts.artifact.schedule;

import org.jspecify.annotations.NullMarked;
