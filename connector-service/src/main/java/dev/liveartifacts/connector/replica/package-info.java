/** {@code Replica ↔ SharedCache ↔ Redis}: what replicas share, and how they do without. */
@NullMarked
package dev.liveartifacts.connector.replica;

import org.jspecify.annotations.NullMarked;
