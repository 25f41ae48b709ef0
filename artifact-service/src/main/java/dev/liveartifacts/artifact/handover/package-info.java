/**
 * {@code HTTP → HandoverResource, ReassignmentResource → HandoverStore → HandoverLoop →
 * connector-service, scheduler-service}: an artifact gets another owner, and what the one before
 * let it do ends.
 */
@NullMarked
package dev.liveartifacts.artifact.handover;

import org.jspecify.annotations.NullMarked;
