/** {@code bytes → Gzip → bytes}: how what is kept for long is kept small. */
@NullMarked
package dev.liveartifacts.artifact.packing;

import org.jspecify.annotations.NullMarked;
