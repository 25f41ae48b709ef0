/** {@code person → browser → running system}: what the README promises, seen from outside. */
@NullMarked
package dev.liveartifacts.e2e;

import org.jspecify.annotations.NullMarked;
