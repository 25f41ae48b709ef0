/**
 * {@code the page's calls → RecordedCallStore}, and {@code what their owner delegates →
 * DelegationClient → connector-service}.
 */
@NullMarked
package dev.liveartifacts.artifact.schedule;

import org.jspecify.annotations.NullMarked;
