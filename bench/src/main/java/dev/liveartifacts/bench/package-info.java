/**
 * {@code Bench → LocalSystem → rounds of load → Report}: how fast this is, beside its peers and its
 * limit.
 */
@NullMarked
package dev.liveartifacts.bench;

import org.jspecify.annotations.NullMarked;
