/** {@code call → ServiceClient → connector-service, scheduler-service}. */
@NullMarked
package dev.liveartifacts.artifact.upstream;

import org.jspecify.annotations.NullMarked;
