/** {@code HTTP → DirectoryResource → DirectoryStore}: with whom one can share. */
@NullMarked
package dev.liveartifacts.artifact.directory;

import org.jspecify.annotations.NullMarked;
