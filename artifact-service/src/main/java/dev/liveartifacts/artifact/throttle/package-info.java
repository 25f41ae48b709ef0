/**
 * {@code who, what → Throttle → ThrottleCache (Redis) or LocalPaces → Pass}: how often is enough.
 */
@NullMarked
package dev.liveartifacts.artifact.throttle;

import org.jspecify.annotations.NullMarked;
