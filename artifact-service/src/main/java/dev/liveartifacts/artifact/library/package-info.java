/** {@code HTTP → LibraryResource → Shelf → class path}. */
@NullMarked
package dev.liveartifacts.artifact.library;

import org.jspecify.annotations.NullMarked;
