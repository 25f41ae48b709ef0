/** {@code HTTP → LibraryResource → ShelfFiles → class path}. */
@NullMarked
package dev.liveartifacts.artifact.library;

import org.jspecify.annotations.NullMarked;
