/**
 * {@code HTTP → PolicyResource → PolicyStore}, read through {@code PolicyCache}, decided by {@code
 * Permission}.
 */
@NullMarked
package dev.liveartifacts.connector.policy;

import org.jspecify.annotations.NullMarked;
