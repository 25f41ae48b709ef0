/** {@code operating system → Clock → whoever asks for the time, Rounds → work}. */
@NullMarked
package dev.liveartifacts.artifact.time;

import org.jspecify.annotations.NullMarked;
