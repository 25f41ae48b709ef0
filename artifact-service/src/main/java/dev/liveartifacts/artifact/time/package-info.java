/** {@code operating system → Clock → whoever asks for the time}. */
@NullMarked
package dev.liveartifacts.artifact.time;

import org.jspecify.annotations.NullMarked;
