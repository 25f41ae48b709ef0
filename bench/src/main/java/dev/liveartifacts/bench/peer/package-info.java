/** {@code JSON → Origin → nginx}: what serves the same bytes without doing anything else. */
@NullMarked
package dev.liveartifacts.bench.peer;

import org.jspecify.annotations.NullMarked;
