/** {@code HTTP → DiffResource → TextDiff → DiffLine}: what changed between two versions. */
@NullMarked
package dev.liveartifacts.artifact.diff;

import org.jspecify.annotations.NullMarked;
