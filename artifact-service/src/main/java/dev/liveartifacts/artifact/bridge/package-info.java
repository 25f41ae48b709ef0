/**
 * {@code HTTP → CallResource → CallPolicy → RateLimit → Answers → sight, SourceCalls → CallsClient,
 * snapshot}.
 */
@NullMarked
package dev.liveartifacts.artifact.bridge;

import org.jspecify.annotations.NullMarked;
