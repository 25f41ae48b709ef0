/** {@code probe → ReplicaHealth, EventHealth}: what is away, and whether that matters. */
@NullMarked
package dev.liveartifacts.connector.health;

import org.jspecify.annotations.NullMarked;
