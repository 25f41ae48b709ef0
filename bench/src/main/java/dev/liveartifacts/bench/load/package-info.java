/** {@code Target → ClosedLoop → Sample}: so many requests at a time, each followed by the next. */
@NullMarked
package dev.liveartifacts.bench.load;

import org.jspecify.annotations.NullMarked;
