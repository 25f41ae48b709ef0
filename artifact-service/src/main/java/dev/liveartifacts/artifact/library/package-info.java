/** {@code HTTP → LibraryResource → ShelfFiles → class path, folder}. */
@NullMarked
package dev.liveartifacts.artifact.library;

import org.jspecify.annotations.NullMarked;
