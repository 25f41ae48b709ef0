/** {@code person, artifact → AccessStore → Access → Role}. */
@NullMarked
package dev.liveartifacts.artifact.access;

import org.jspecify.annotations.NullMarked;
