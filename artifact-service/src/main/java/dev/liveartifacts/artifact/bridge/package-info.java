/** {@code HTTP → CallResource → CallPolicy → CallsClient → connector-service}. */
@NullMarked
package dev.liveartifacts.artifact.bridge;

import org.jspecify.annotations.NullMarked;
