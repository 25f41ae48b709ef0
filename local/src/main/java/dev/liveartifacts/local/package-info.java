/** {@code ./live up → command → system → seed}. */
@NullMarked
package dev.liveartifacts.local;

import org.jspecify.annotations.NullMarked;
