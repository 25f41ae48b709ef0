/** {@code PostgreSQL NOTIFY → ChangeListener → Change → whoever observes it}. */
@NullMarked
package dev.liveartifacts.artifact.change;

import org.jspecify.annotations.NullMarked;
