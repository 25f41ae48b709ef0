/** {@code HTTP → CallResource → CallPolicy → RateLimit → CallsClient → connector-service}. */
@NullMarked
package dev.liveartifacts.artifact.bridge;

import org.jspecify.annotations.NullMarked;
